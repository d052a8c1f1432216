#include <catch2/catch.hpp>

#include <map>

#include "support.hpp"

using namespace declaim;

// Pages of our own making, header by header: what must be found, and what must not. A field the row does
// not name may be anything; "-" is nothing.

namespace {

struct Row {
    const char* language;
    const char* header;
    const char* expected;
};

std::string body(const std::string& language) {
    static const std::map<std::string, const char*> kBodies{
        {"en",
         "<p>I am glad to be here with you tonight, and I thank you for the invitation to this "
         "hall.</p><p>We have come a long way since we met, and there is more that we must do "
         "together before the year is out.</p><p>Let me begin with the bread that our bakers bring "
         "us every morning, long before any of us is awake.</p>"},
        {"fr",
         "<p>Je suis heureux d'être parmi vous ce soir, et je vous remercie de votre invitation "
         "dans cette salle.</p><p>Nous avons fait beaucoup de chemin depuis notre dernière "
         "rencontre, et il nous reste encore à faire ensemble.</p><p>Je voudrais commencer par le "
         "pain que nos boulangers nous apportent chaque matin, avant que nous soyons levés.</p>"},
        {"de",
         "<p>Ich freue mich, heute bei Ihnen zu sein, und ich danke Ihnen herzlich für die "
         "Einladung in diesen Saal.</p><p>Wir haben viel erreicht, seit wir uns zuletzt gesehen "
         "haben, und wir haben noch viel gemeinsam vor uns.</p><p>Lassen Sie mich mit dem Brot "
         "beginnen, das uns die Bäcker jeden Morgen bringen, lange bevor wir wach sind.</p>"},
        {"es",
         "<p>Me alegra mucho estar hoy con ustedes, y les agradezco la invitación a esta sala tan "
         "hermosa.</p><p>Hemos recorrido un largo camino desde que nos vimos, y todavía nos queda "
         "mucho por hacer juntos.</p><p>Quisiera comenzar por el pan que nuestros panaderos nos "
         "traen cada mañana, mucho antes de que despertemos.</p>"},
        {"it",
         "<p>Sono lieto di essere qui con voi questa sera, e vi ringrazio dell'invito in questa "
         "sala.</p><p>Abbiamo fatto molta strada da quando ci siamo visti, e ci resta ancora molto "
         "da fare insieme.</p><p>Vorrei cominciare dal pane che i nostri fornai ci portano ogni "
         "mattina, molto prima che noi siamo svegli.</p>"},
        {"pt",
         "<p>Estou feliz por estar aqui com vocês esta noite, e agradeço o convite para esta sala "
         "tão bonita.</p><p>Percorremos um longo caminho desde que nos vimos, e ainda temos muito "
         "a fazer juntos este ano.</p><p>Quero começar pelo pão que os nossos padeiros nos trazem "
         "todas as manhãs, muito antes de acordarmos.</p>"},
        {"nl",
         "<p>Ik ben blij dat ik vanavond bij u mag zijn, en ik dank u hartelijk voor de "
         "uitnodiging in deze zaal.</p><p>Wij hebben een lange weg afgelegd sinds wij elkaar "
         "zagen, en er is nog veel dat wij samen moeten doen.</p><p>Laat mij beginnen met het "
         "brood dat onze bakkers ons elke morgen brengen, lang voordat wij wakker zijn.</p>"},
        {"pl",
         "<p>Cieszę się, że jestem dziś z państwem, i dziękuję bardzo za zaproszenie do tej "
         "pięknej sali.</p><p>Przeszliśmy długą drogę od naszego ostatniego spotkania, i wiele "
         "jeszcze musimy razem zrobić w tym roku.</p><p>Zacznę od chleba, który nasi piekarze "
         "przynoszą nam każdego ranka, na długo zanim się obudzimy.</p>"},
        {"ru",
         "<p>Я рад быть сегодня с вами, и я благодарю вас за приглашение в этот прекрасный "
         "зал.</p><p>Мы прошли долгий путь с нашей последней встречи, и нам ещё многое предстоит "
         "сделать вместе в этом году.</p><p>Позвольте мне начать с хлеба, который наши пекари "
         "приносят нам каждое утро, задолго до того, как мы проснёмся.</p>"},
    };
    return kBodies.at(language.substr(0, 2));
}

/// A page with that header; what stands before "</head>" in it goes to the head.
std::string page(const Row& row) {
    const std::string header = row.header;
    const std::size_t end = header.find("</head>");
    const std::string head = end == std::string::npos ? "" : header.substr(0, end);
    const std::string rest = end == std::string::npos ? header : header.substr(end + 7);
    return "<!DOCTYPE html><html lang=\"" + std::string(row.language) + "\"><head>" + head +
           "</head><body><nav><a href=\"/\">Home</a> <a href=\"/a\">About</a></nav><main>" + rest +
           "<div class=\"text\">" + body(row.language) +
           "</div></main><footer>© 2020 The Bread Board</footer></body></html>";
}

/// The fields that the row names, as found.
std::string known(const Row& row) {
    ReadOptions options;
    options.path = "page.html";
    const Metadata found = read_speech(page(row), options, test::voices()).metadata;
    const std::string expected = row.expected;
    std::string out;
    const auto add = [&](const std::string& name, const std::optional<std::string>& value) {
        if (expected.find(name + "=") == std::string::npos) return;
        out += (out.empty() ? "" : " | ") + name + "=" + value.value_or("-");
    };
    add("speaker", found.speaker);
    add("date", found.date);
    add("occasion", found.occasion);
    return out;
}

}  // namespace

TEST_CASE("metadata of pages: what is said is found") {
    const std::vector<Row> rows{
        {"en", "<h1>Anna Marsh: Spring Conference Speech</h1><p>12 May 2019</p>",
         "speaker=Anna Marsh | date=2019-05-12 | occasion=Spring Conference"},
        {"en", "<h1>Bread for All</h1><p class=meta>Delivered by: Anna Marsh</p>",
         "speaker=Anna Marsh"},
        {"en",
         "<h1>Health Secretary speech on bread</h1><dl><dt>From:</dt><dd>Department of Bread and "
         "The Rt Hon Anna Marsh MP</dd><dt>Published</dt><dd>4 May 2019</dd><dt>Delivered on:</dt>"
         "<dd>2 May 2019</dd></dl>",
         "speaker=Anna Marsh | date=2019-05-02"},
        {"en",
         "<h1>Speech by the Prime Minister at the Bread Forum</h1><p>Prime Minister Anna Marsh</p>"
         "<p>3 May 2001</p>",
         "speaker=Anna Marsh | date=2001-05-03 | occasion=Bread Forum"},
        {"en",
         "<h1>The Bread of Tomorrow</h1><h2>Fiona Marsh, Chief Executive Officer</h2><p>Annual "
         "General Meeting, 3 May 2001</p>",
         "speaker=Fiona Marsh | date=2001-05-03"},
        {"en", "<h1>My farewell speech</h1><p class=byline>Posted by Ruth Marsh on 4 June 2012</p>",
         "speaker=Ruth Marsh"},
        {"en", "<h1>Mayor Lou Barnes’s Inaugural Address</h1><p>By Peter Quill, June 4, 2012</p>",
         "speaker=Lou Barnes | occasion=Inaugural Address"},
        {"en",
         "<h1>Remarks by Governor Lou Barnes to the Bakers’ Guild, Harrow, Tuesday, April 12, "
         "2005</h1><p>Wednesday, April 13, 2005</p>",
         "speaker=Lou Barnes | date=2005-04-12 | occasion=Bakers’ Guild"},
        {"en",
         "<h1>Union leader Dora Finch addresses bakers</h1><p>Dora Finch spoke to members of the "
         "guild on Friday, 3 May 2001.</p>",
         "speaker=Dora Finch | date=2001-05-03"},
        {"en",
         "<title>The Museum of Bread | by Otto Finch | Pages</title><meta name=author "
         "content='Otto "
         "Finch'></head><h1>The Museum of Bread</h1><p>What I said at Bread Days Harrow</p>",
         "speaker=Otto Finch | occasion=Bread Days Harrow"},
        {"en",
         "<title>For Bea: a eulogy - by Tom Finch</title></head><h1>For Bea: a "
         "eulogy</h1><p>Delivered "
         "at St Anne, Harrow, 2 February 2004</p><p>Tom Finch</p><p>Feb 04, 2004</p>",
         "speaker=Tom Finch | date=2004-02-02"},
        {"en",
         "<h1>Statement</h1><p>by H.E. Mr. John Marsh<br>Permanent Representative of Saravia<br>"
         "at the General Debate</p><p>New York, 7 February 2024</p>",
         "speaker=John Marsh | date=2024-02-07 | occasion=General Debate"},
        {"en", "<h1>Press Briefing by Press Secretary Lena Marsh</h1>", "speaker=Lena Marsh"},
        {"en",
         "<h1>Budget Speech 2018: Building From the Ground Up</h1><p>Presented to the House by "
         "the Honourable Ezra Marsh, Minister of Finance, on Tuesday 13 March 2018</p>",
         "speaker=Ezra Marsh | date=2018-03-13 | occasion=Budget Speech"},
        {"en-GB", "<h1>Bread for All</h1><p>Delivered on 04/05/2011</p>", "date=2011-05-04"},
        {"en-US", "<h1>Bread for All</h1><p>Delivered on 04/05/2011</p>", "date=2011-04-05"},
        {"en",
         "<h1>Bread for All</h1><p>Event: Annual Bread Forum</p><p>Speaker: Dr. Anna Marsh</p><p>"
         "Venue: Old Hall</p>",
         "speaker=Anna Marsh | occasion=Annual Bread Forum"},
        {"en", "<h1>Keynote by Professor Anna de la Marsh at the 2014 Bread Summit</h1>",
         "speaker=Anna de la Marsh | occasion=2014 Bread Summit"},
        {"en", "<h1>Transcript: Jane Marsh on bread</h1>", "speaker=Jane Marsh"},
        {"en", "<h1>Defence Minister Jane Marsh’s speech at the Old Harbour</h1>",
         "speaker=Jane Marsh"},
        {"en", "<h1>Senator Marsh Speaks On Bread</h1><p>Senator Ruth Marsh</p>",
         "speaker=Ruth Marsh"},
        {"en", "<h1>Eulogy for Senator John Quill</h1><p>Delivered by Ruth Marsh, 3 May 2001</p>",
         "speaker=Ruth Marsh | date=2001-05-03"},
        {"fr",
         "<h1>Discours de M. Paul Durand, ministre du Pain, à l'occasion de la Journée du pain</h1>"
         "<p>Le 12 mai 2010</p>",
         "speaker=Paul Durand | date=2010-05-12 | occasion=Journée du pain"},
        {"fr", "<h1>« Nous garderons le four » : le discours intégral de Solange Verdier</h1>",
         "speaker=Solange Verdier"},
        {"fr",
         "<h1>Inauguration du four de Brénac</h1><p>Allocution prononcée par Mme Claire Verdier, "
         "maire de Brénac, le 3 mai 2001</p>",
         "speaker=Claire Verdier | date=2001-05-03"},
        {"fr",
         "<h1>Le pain pour tous</h1><p>Intervenant : Jean Martin</p><p>Événement : Assises du "
         "pain</p>",
         "speaker=Jean Martin | occasion=Assises du pain"},
        {"de",
         "<h1>Rede der Ministerin zur Eröffnung der Brotmesse</h1><p>27. April 2018 – Ministerin "
         "Jana Brandt</p>",
         "speaker=Jana Brandt | date=2018-04-27 | occasion=Eröffnung der Brotmesse"},
        {"de", "<h1>Rede von Jana Brandt anlässlich des Tages des Brotes</h1>",
         "speaker=Jana Brandt | occasion=Tages des Brotes"},
        {"de", "<h1>Brot für alle</h1><p>Redner: Bundeskanzler Hans Brandt</p>",
         "speaker=Hans Brandt"},
        {"de",
         "<h1>Ansprache zur Einweihung der Synagoge</h1><p>Bürgermeister Karl-Heinz Brandt, 6. "
         "September 1998</p>",
         "speaker=Karl-Heinz Brandt | date=1998-09-06"},
        {"es",
         "<h1>Discurso del presidente Luis Olmedo en la inauguración del mercado</h1><p>3 de mayo "
         "de 2001</p>",
         "speaker=Luis Olmedo | date=2001-05-03 | occasion=inauguración del mercado"},
        {"es",
         "<h1>Texto completo del discurso de Inés Olmedo al recibir el Premio del "
         "Pan</h1><p>Redacción "
         "Cultura</p>",
         "speaker=Inés Olmedo | occasion=Premio del Pan"},
        {"es", "<h1>Palabras de la ministra de Cultura, Ana de la Torre</h1>",
         "speaker=Ana de la Torre"},
        {"it",
         "<h1>Orazione per i caduti di Vald</h1><p>Pronunciata da Marta Belli il 25 aprile "
         "2004</p>",
         "speaker=Marta Belli | date=2004-04-25"},
        {"it", "<h1>Intervento del Presidente Carlo Belli all'assemblea dei fornai</h1>",
         "speaker=Carlo Belli | occasion=assemblea dei fornai"},
        {"pt",
         "<h1>Discurso da ministra da Cultura, Tereza Vila, na reabertura do Teatro São Bento</h1>"
         "<p>por Assessoria de Comunicação — publicado 14/08/2023</p><p>Vila Formosa, 14 de "
         "agosto de 2023</p>",
         "speaker=Tereza Vila | date=2023-08-14 | occasion=reabertura do Teatro São Bento"},
        {"nl",
         "<h1>Toespraak van minister Jan de Bakker bij de opening van de Broodbeurs</h1><p>3 mei "
         "2001</p>",
         "speaker=Jan de Bakker | date=2001-05-03 | occasion=opening van de Broodbeurs"},
        {"nl",
         "<h1>Brood voor iedereen</h1><p>Uitgesproken door: Jan Bakker</p><p>Uitgesproken op: 3 "
         "mei 2001</p>",
         "speaker=Jan Bakker | date=2001-05-03"},
        {"pl",
         "<h1>Przemówienie Prezydenta Jana Kowala podczas obchodów Święta Chleba</h1><p>Prezydent "
         "Jan Kowal</p><p>3 maja 2001 r.</p>",
         "speaker=Jan Kowal | date=2001-05-03 | occasion=obchodów Święta Chleba"},
        {"pl", "<h1>Wystąpienie w Sejmie</h1><p>Wygłosiła: Anna Nowak</p>", "speaker=Anna Nowak"},
        {"ru",
         "<h1>Встреча с молодыми пекарями</h1><p>Губернатор Анна "
         "Ветрова встретилась с участниками программы.</p>"
         "<p>17 июня 2019 года</p>",
         "speaker=Анна Ветрова | date=2019-06-17 | occasion=Встреча с молодыми пекарями"},
        {"ru",
         "<h1>Выступление Министра культуры Н.А.Вороновой "
         "на открытии конференции</h1><p>19 июня 2008 года</p>",
         "speaker=Н.А.Вороновой | date=2008-06-19"},
        {"ru",
         "<h1>Выступление министра Ивана Соколова</h1><p>Министр "
         "Иван Соколов</p>",
         "speaker=Иван Соколов"},
        {"en",
         "<h1>Reflections on a Harvest</h1><p>Dr Helen Okoro, Vice-Chancellor</p><p>Convocation "
         "Ceremony, 4 July 2015</p>",
         "speaker=Helen Okoro | date=2015-07-04"},
        {"en", "<h1>Chancellor Helen Okoro’s address to the Harvest Society</h1>",
         "speaker=Helen Okoro | occasion=Harvest Society"},
        {"en",
         "<h1>PM’s statement on the floods: 4 July 2015</h1><p>Prime Minister Helen Okoro made "
         "a statement on the floods.</p>",
         "speaker=Helen Okoro | date=2015-07-04"},
        {"en", "<h1>Acceptance speech</h1><p class=author>Helen Okoro</p><p>4 July 2015</p>",
         "date=2015-07-04"},
        {"en",
         "<h1>Address by Helen Okoro, Minister of Rain, at the launch of the Rain Atlas, Port Sor, "
         "4 July 2015</h1>",
         "speaker=Helen Okoro | date=2015-07-04 | occasion=launch of the Rain Atlas"},
        {"en",
         "<h1>Rain and Reason</h1><p>The text of a lecture delivered by Helen Okoro at Sor College "
         "on 4 July 2015</p><p>Published: 9 July 2015</p>",
         "speaker=Helen Okoro | date=2015-07-04 | occasion=Sor College"},
        {"en", "<h1>Speech of the Hon. H. Okoro MP</h1>", "speaker=H. Okoro"},
        {"en", "<h1>Secretary Okoro at the Rain Forum</h1><p>SECRETARY OKORO: Thank you.</p>",
         "occasion=Rain Forum"},
        {"en",
         "<h1>Remarks at the Rain Forum</h1><p>Remarks</p><p>Helen Okoro</p><p>Secretary of "
         "Rain</p>"
         "<p>Port Sor</p><p>July 4, 2015</p>",
         "speaker=Helen Okoro | date=2015-07-04 | occasion=Rain Forum"},
        {"en", "<h1>Helen Okoro addresses the Rain Forum</h1><p>Image: Tom Reed</p>",
         "speaker=Helen Okoro | occasion=Rain Forum"},
        {"en",
         "<h1>Speech from the Throne</h1><p>Her Honour the Honourable Helen Okoro, Lieutenant "
         "Governor</p>",
         "speaker=Helen Okoro | occasion=Speech from the Throne"},
        {"en",
         "<h1>Rain for All</h1><p>The Rt Revd Helen Okoro</p><p>Sor Cathedral, Easter Day 2015</p>",
         "speaker=Helen Okoro"},
        {"fr", "<h1>Intervention de Mme Hélène Okoro</h1><p>Sor, le 4 juillet 2015</p>",
         "speaker=Hélène Okoro | date=2015-07-04"},
        {"fr",
         "<h1>La pluie pour tous</h1><p>Hélène Okoro, ministre de la Pluie</p><p>Mis à jour "
         "le 4 juillet 2015</p>",
         "speaker=Hélène Okoro | date=-"},
        {"fr", "<h1>Déclaration de la ministre Hélène Okoro lors de la conférence de Sor</h1>",
         "speaker=Hélène Okoro | occasion=conférence de Sor"},
        {"de",
         "<h1>Grußwort von Ministerpräsidentin Helene Okoro beim Regentag in "
         "Sor</h1><p>04.07.2015</p>",
         "speaker=Helene Okoro | date=2015-07-04 | occasion=Regentag in Sor"},
        {"de",
         "<h1>Regen für alle</h1><p>Dr. Helene Okoro, Präsidentin der Akademie</p><p>Stand: "
         "04.07.2015</p>",
         "speaker=Helene Okoro | date=-"},
        {"de",
         "<h1>Rede des Bundespräsidenten zum Tag des Regens</h1><p>Bundespräsident Otto Reinhardt "
         "hat am 4. Juli 2015 eine Rede gehalten.</p>",
         "speaker=Otto Reinhardt | date=2015-07-04 | occasion=Tag des Regens"},
        {"es",
         "<h1>Intervención de la presidenta, Elena Ocoro, ante el Congreso de la Lluvia</h1><p>"
         "Sor, 4 de julio de 2015</p>",
         "speaker=Elena Ocoro | date=2015-07-04 | occasion=Congreso de la Lluvia"},
        {"es", "<h1>Día de la Lluvia</h1><p>Pronunciado por el ministro Luis Ocoro</p>",
         "speaker=Luis Ocoro"},
        {"it", "<h1>Discorso di Elena Ocoro per la Giornata della Pioggia</h1><p>4 luglio 2015</p>",
         "speaker=Elena Ocoro | date=2015-07-04 | occasion=Giornata della Pioggia"},
        {"pt",
         "<h1>Discurso do Presidente da República, Luís Ocoro, por ocasião do Dia da Chuva</h1>"
         "<p>4 de julho de 2015</p>",
         "speaker=Luís Ocoro | date=2015-07-04 | occasion=Dia da Chuva"},
        {"pt", "<h1>Chuva para todos</h1><p>Palestrante: Elena Ocoro</p>", "speaker=Elena Ocoro"},
        {"nl",
         "<h1>Toespraak Elena Okker, regendag</h1><p>Toespraak van Elena Okker op 4 juli 2015 "
         "tijdens "
         "de regendag in Sor</p>",
         "speaker=Elena Okker | date=2015-07-04 | occasion=regendag in Sor"},
        {"nl",
         "<h1>Regen voor iedereen</h1><p>Burgemeester Elena Okker</p><p>Datum: 4 juli 2015</p>",
         "speaker=Elena Okker | date=2015-07-04"},
        {"ru",
         "<h1>Речь Елены Окоровой на форуме «Дождь»</h1><p>Елена "
         "Окорова</p><p>4 июля 2015</p>",
         "speaker=Елена Окорова | date=2015-07-04"},
        {"ru",
         "<h1>Дождь для всех</h1><p>Выступает: Елена Окорова, "
         "министр дождя</p>",
         "speaker=Елена Окорова"},
    };
    for (const Row& row : rows) {
        INFO(row.language << ": " << row.header);
        CHECK(known(row) == row.expected);
    }
}

TEST_CASE("metadata of pages: nothing is invented") {
    const std::vector<Row> rows{
        {"en",
         "<meta name=\"author\" content=\"Press Office\"></head><h1>The Long Table</h1><p "
         "class=byline>"
         "By Peter Quill | 4 June 2012</p>",
         "speaker=-"},
        {"en", "<h1>Fresh Bread: Speech at the Bread Forum</h1>",
         "speaker=- | occasion=Bread Forum"},
        {"en",
         "<h1>Opening Remarks at the Bread Forum</h1><p>Photo: Jane Quill</p><p>3 May 2001</p>",
         "speaker=- | date=2001-05-03"},
        {"en", "<h1>Remarks at the Bread Forum</h1><p>Contact: Press Secretary Jane Quill</p>",
         "speaker=-"},
        {"en", "<h1>Remarks at the Bread Forum</h1><p>Translated by Jane Quill</p>", "speaker=-"},
        {"en", "<h1>Bread and Water</h1><p>Published 3 May 2001</p><p>Last updated 5 May 2001</p>",
         "speaker=- | date=-"},
        {"en", "<h1>Statement on the passing of Dame Iris Quill</h1><p>30 September 2021</p>",
         "speaker=- | date=2021-09-30"},
        {"en", "<h1>New Bread Street Opens</h1><p>Harrow, 4 May 2011</p>",
         "speaker=- | date=2011-05-04"},
        {"en", "<h1>Welcome to the Bread Forum</h1><p>Site owner: Web Team</p>", "speaker=-"},
        {"en", "<h1>Speeches and Interviews</h1><h2>Bread for All</h2><p>Moderator: Jane Quill</p>",
         "speaker=-"},
        {"en", "<h1>Bread for All</h1><p>Interview by Jane Quill</p>", "speaker=-"},
        {"en", "<h1>Today in History</h1><h2>Bread for All</h2>", "speaker=- | occasion=-"},
        {"en", "<h1>Lessons from the Great Bread Shortage after the Long Winter</h1>",
         "speaker=- | occasion=-"},
        {"en", "<h1>To Jane Quill, With Thanks</h1><p>3 May 2001</p>", "speaker=-"},
        {"en", "<h1>Remarks in honor of President John Quill</h1><p>May 3, 2001</p>",
         "speaker=- | date=2001-05-03"},
        {"fr",
         "<h1>Le pain pour tous</h1><p>Publié le 3 mai 2001</p><p>Crédit photo : Jean Martin</p>",
         "speaker=- | date=-"},
        {"fr", "<h1>Discours du Président de la République à la Sorbonne</h1><p>3 mai 2001</p>",
         "speaker=- | date=2001-05-03"},
        {"fr", "<h1>Hommage à Marie Verdier</h1><p>1er mai 2012</p>",
         "speaker=- | date=2012-05-01"},
        {"de",
         "<h1>Rede zum Tag der Deutschen Einheit</h1><p>Veröffentlicht am 3. Oktober 2001</p>",
         "speaker=- | date=-"},
        {"de", "<h1>Das Neue Brot</h1><p>Ansprechpartner: Hans Brandt</p>", "speaker=-"},
        {"de", "<h1>Laudatio auf Jana Brandt</h1><p>12.04.2007</p>", "speaker=- | date=2007-04-12"},
        {"de", "<h1>Die Große Koalition und das Brot</h1><p>Strelsau, 4. Mai 2011</p>",
         "speaker=- | date=2011-05-04"},
        {"es",
         "<h1>El pan de todos</h1><p>Publicado el 3 de mayo de 2001</p><p>Foto: Juan Pérez</p>",
         "speaker=- | date=-"},
        {"es", "<h1>Homenaje a Gabriela Sol</h1>", "speaker=-"},
        {"it",
         "<h1>Il pane di tutti</h1><p>Traduzione di Marco Verdi</p><p>Ultimo aggiornamento: 3 "
         "maggio "
         "2001</p>",
         "speaker=- | date=-"},
        {"it", "<h1>Discorso in ricordo di Aldo Neri</h1>", "speaker=-"},
        {"pt",
         "<h1>O pão de todos</h1><p>Foto: João Silva</p><p>Atualizado em 3 de maio de 2001</p>",
         "speaker=- | date=-"},
        {"nl", "<h1>Brood voor iedereen</h1><p>Gepubliceerd op 3 mei 2001</p><p>Foto: Kees Vis</p>",
         "speaker=- | date=-"},
        {"pl",
         "<h1>Chleb dla wszystkich</h1><p>Data publikacji: 3 maja 2001</p><p>Fot. Adam Nowak</p>",
         "speaker=- | date=-"},
        {"ru",
         "<h1>Хлеб для всех</h1><p>Дата публикации: 17 июня 2019 года</p>"
         "<p>Фото: Пётр Сидоров</p>",
         "speaker=- | date=-"},
        {"ru", "<h1>Памяти Анны Ветровой</h1>", "speaker=-"},
        {"en", "<h1>Five Years of Rain</h1><p>Posted by admin on July 4, 2015</p>",
         "speaker=- | date=-"},
        {"en", "<h1>Remarks at the Rain Forum</h1><p>Source: Sor Gazette, 5 July 2015</p>",
         "speaker=-"},
        {"en", "<h1>Great Lakes Summit</h1><p>Opening Statement</p>", "speaker=-"},
        {"en", "<h1>White House Correspondents Dinner</h1>", "speaker=-"},
        {"en", "<h1>Rain for All</h1><p>Filed under: Green Party, North Sor</p>", "speaker=-"},
        {"en", "<h1>A Tribute to Helen Okoro</h1><p>4 July 2015</p>", "speaker=-"},
        {"en", "<h1>Letter from Port Sor</h1>", "speaker=-"},
        {"en", "<h1>Rain for All</h1><p>Introduction by Dean Tom Reed</p>", "speaker=-"},
        {"fr", "<h1>Lettre à Hélène Okoro</h1>", "speaker=-"},
        {"fr", "<h1>Discours de clôture du Sommet de la pluie</h1><p>4 juillet 2015</p>",
         "speaker=- | date=2015-07-04"},
        {"de", "<h1>Grußwort zum Jubiläum des Vereins Alte Mühle</h1>", "speaker=-"},
        {"de", "<h1>Rede vor dem Bundestag</h1><p>Foto: Otto Reinhardt</p>", "speaker=-"},
        {"es", "<h1>Carta a Elena Ocoro</h1>", "speaker=-"},
        {"it", "<h1>Saluto del Ministro della Pioggia</h1><p>Foto di Marco Verdi</p>", "speaker=-"},
        {"pl", "<h1>Dzień Deszczu</h1><p>Tłumaczenie: Jan Nowak</p>", "speaker=-"},
        {"ru", "<h1>Новый Завод Открыт</h1><p>Опубликовано 4 июля 2015</p>", "speaker=- | date=-"},
    };
    for (const Row& row : rows) {
        INFO(row.language << ": " << row.header);
        CHECK(known(row) == row.expected);
    }
}
