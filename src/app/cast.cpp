#include "app/cast.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/error.hpp"
#include "base/toml_file.hpp"

namespace declaim {
namespace {

/// One who may speak beside the main speaker: a variant on the engine's voice for the language.
struct Part {
    std::string variant;
    std::string gender;
    int pitch = 50;
    int range = 50;
};

std::vector<Part> load_parts(const DataPath& data) {
    TomlTable table = TomlTable::open(data.require("und/cast.toml"));
    std::vector<Part> parts;
    for (TomlTable& each : table.tables("part")) {
        Part part;
        part.variant = each.text("variant").value_or("");
        part.gender = each.text("gender").value_or("");
        part.pitch = static_cast<int>(each.number("pitch", 0, 99).value_or(part.pitch));
        part.range = static_cast<int>(each.number("range", 0, 99).value_or(part.range));
        if (part.variant.empty()) each.fail("variant", "a part needs variant = \"…\", as \"f2\"");
        if (part.gender != "female" && part.gender != "male")
            each.fail("gender", "'gender' must be \"female\" or \"male\"");
        parts.push_back(std::move(part));
    }
    table.finish();
    if (parts.size() < 2) table.fail("part", "there must be two [[part]] at least");
    return parts;
}

/// "gmw/en" of "gmw/en+f3"; "" for a file of ours, which has no variants.
std::string without_variant(const std::string& engine) {
    return engine.starts_with('/') ? "" : engine.substr(0, engine.find('+'));
}

std::string variant_of(const Profile& profile) {
    const std::string& engine = profile.voice.engine;
    const auto plus = engine.find('+');
    return engine.starts_with('/') || plus == std::string::npos ? "" : engine.substr(plus + 1);
}

/// The same voice with that variant; by its language where its engine voice is a file of ours.
void vary(VoiceSettings& voice, const std::string& variant) {
    std::string base = without_variant(voice.engine);
    if (base.empty()) {
        base = voice.language;
        voice.by_language = true;
    }
    voice.name = voice.engine = base + "+" + variant;
}

/// Gives the utterances of a plan their voices.
class Casting {
  public:
    Casting(Plan& plan, const Speech& speech, const Profile& main, const CastRequest& cast,
            const DataPath& data)
        : plan_(plan), speech_(speech), main_(main), cast_(cast), data_(data) {}

    void run() {
        turns_ = cast_.by_default || !cast_.named.empty()
                     ? find_turns(speech_, data_)
                     : Turns{{}, std::vector<std::size_t>(speech_.blocks.size(), 0)};
        actors_.assign(turns_.speakers.size() + 1, Actor{});
        cast_named();
        if (cast_.by_default) cast_others();
        for (Utterance& utterance : plan_.utterances) {
            const std::size_t who =
                utterance.block == kNoBlock ? 0 : turns_.of_block.at(utterance.block);
            utterance.voice = voice_of(who, utterance.language);
        }
    }

  private:
    /// Who speaks: the main speaker, somebody with a voice the user named, or one of the parts.
    struct Actor {
        std::optional<Profile> named;
        std::optional<Part> part;
    };

    void cast_named() {
        for (const auto& [label, voice] : cast_.named) {
            const std::size_t who = turns_.find(label);
            if (who == 0 && !cast_.wherever) no_such_label(label);
            if (who == 0 || actors_[who].named) continue;
            actors_[who].named = choose_profile({voice, speech_.source.language}, data_);
        }
    }

    [[noreturn]] void no_such_label(const std::string& label) const {
        std::vector<std::string> labels;
        for (const Speaker& speaker : turns_.speakers)
            labels.push_back(fmt::format("'{}'", speaker.label));
        throw Error(ErrorKind::usage,
                    labels.empty()
                        ? fmt::format("nobody speaks under the label '{}': there are no labels; "
                                      "leave out --cast",
                                      label)
                        : fmt::format("nobody speaks under the label '{}'; the labels are {}",
                                      label, fmt::join(labels, ", ")));
    }

    void cast_others() {
        const auto& speakers = turns_.speakers;
        const auto other = [](const Speaker& speaker) { return !speaker.main; };
        if (std::none_of(speakers.begin(), speakers.end(), other)) return;
        std::vector<Part> parts = round_of_parts();
        const Part questioner = parts.front();
        if (std::any_of(speakers.begin(), speakers.end(),
                        [](const Speaker& speaker) { return speaker.asks; }))
            parts.erase(parts.begin());
        std::size_t next = 0;
        for (std::size_t i = 0; i < speakers.size(); ++i) {
            if (speakers[i].main || actors_[i + 1].named) continue;
            actors_[i + 1].part =
                speakers[i].asks ? questioner : next_part(parts, next, speakers[i].gender);
        }
    }

    /// The next in turn, of that gender if it is told and there is one.
    static const Part& next_part(const std::vector<Part>& parts, std::size_t& next,
                                 const std::string& gender) {
        std::size_t chosen = next % parts.size();
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (const std::size_t at = (next + i) % parts.size();
                gender.empty() || parts[at].gender == gender) {
                chosen = at;
                break;
            }
        next = chosen + 1;
        return parts[chosen];
    }

    /// The parts but for the main speaker's own variant, beginning with one of another gender.
    std::vector<Part> round_of_parts() const {
        std::vector<Part> parts = load_parts(data_);
        if (const std::string own = variant_of(main_); parts.size() > 2)
            std::erase_if(parts, [&](const Part& part) { return part.variant == own; });
        const bool woman = gender_of(main_) == "female";
        const auto first = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
            return (part.gender == "female") != woman;
        });
        if (first != parts.end()) std::rotate(parts.begin(), first, parts.end());
        return parts;
    }

    std::size_t voice_of(std::size_t who, const std::string& language) {
        const auto known = voices_.find({who, language});
        if (known != voices_.end()) return known->second;
        return voices_[{who, language}] = new_voice_of(actors_.at(who), language);
    }

    std::size_t new_voice_of(const Actor& actor, const std::string& language) {
        const std::string base = base_language(language);
        const bool foreign =
            !base.empty() && base != "und" && base != base_language(speech_.source.language);
        if (!foreign && !actor.named && !actor.part) return 0;
        return add(settings_of(actor, foreign ? language : ""));
    }

    /// In: the language if it is another than that of the speech.
    VoiceSettings settings_of(const Actor& actor, const std::string& language) const {
        const Profile& own = actor.named ? *actor.named : main_;
        const std::string gender = actor.part ? "" : gender_of(own);
        VoiceSettings voice =
            language.empty() ? own.voice : profile_for(language, gender, data_).voice;
        if (actor.part) {
            vary(voice, actor.part->variant);
            voice.pitch = actor.part->pitch;
            voice.range = actor.part->range;
        } else if (!language.empty() &&
                   own.file.empty()) {  // an engine's voice keeps its character
            if (const std::string variant = variant_of(own); !variant.empty()) vary(voice, variant);
            voice.pitch = own.voice.pitch;
            voice.range = own.voice.range;
        }
        if (cast_.pitch && !actor.part && !actor.named) voice.pitch = *cast_.pitch;
        voice.rate_wpm = cast_.rate.value_or(own.voice.rate_wpm);
        return voice;
    }

    std::size_t add(VoiceSettings voice) {
        if (voice == main_.voice) return 0;
        const auto known = std::find(plan_.voices.begin(), plan_.voices.end(), voice);
        const auto place = static_cast<std::size_t>(known - plan_.voices.begin()) + 1;
        if (known == plan_.voices.end()) plan_.voices.push_back(std::move(voice));
        return place;
    }

    Plan& plan_;
    const Speech& speech_;
    const Profile& main_;
    const CastRequest& cast_;
    const DataPath& data_;
    Turns turns_;
    std::vector<Actor> actors_;                                          // as Turns::of_block
    std::map<std::pair<std::size_t, std::string>, std::size_t> voices_;  // by these and languages
};

}  // namespace

void add_to_cast(CastRequest& cast, const std::string& text) {
    if (text == "none") {
        cast.by_default = false;
        return;
    }
    const auto mark = text.rfind('=');
    if (mark == std::string::npos || mark == 0 || mark + 1 == text.size())
        throw Error(
            ErrorKind::usage,
            fmt::format("--cast '{}' is no LABEL=voice, as \"Q=stateswoman\", and not none", text));
    cast.named.emplace_back(text.substr(0, mark), text.substr(mark + 1));
}

void cast_voices(Plan& plan, const Speech& speech, const Profile& main, const CastRequest& cast,
                 const DataPath& data) {
    Casting(plan, speech, main, cast, data).run();
}

std::string no_voice_warning(const Plan& plan, const std::vector<std::size_t>& missing) {
    std::set<std::string> languages;
    for (const std::size_t voice : missing)
        languages.insert(fmt::format("'{}'", plan.voices.at(voice - 1).language));
    if (languages.empty()) return "";
    return fmt::format(
        "the engine has no voice for the language{} {}: what is in {} is spoken in "
        "the voice of the speech",
        languages.size() > 1 ? "s" : "", fmt::join(languages, ", "),
        languages.size() > 1 ? "them" : "it");
}

}  // namespace declaim
