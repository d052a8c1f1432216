#pragma once

namespace declaim::test {

/// A document of our own making. `fixed`: what is read out of it is read whole when read again.
struct Fixture {
    const char* name;
    const char* text;
    bool fixed = true;
};

inline const Fixture kFixtures[] = {
    {"header.txt",
     "Updated: 3 May 2011 Harbour Trust Speeches\n\nSpeech\nby the Chair, Ann Bell\n"
     "at the opening of the pier\n\n3 May 2011\n\nLadies and Gentlemen,\n\n"
     "We are here because the pier is open. It was closed for nine years.\n\n"
     "Thank you for waiting with us.\n\nGo to Homepage\n© Harbour Trust. All rights reserved.\n"},
    {"notes.txt",
     "Dear friends,\n\nIn 1991 we built a wall.1 It was, we said, for good,2 and it held (for a "
     "while).3\n\nNobody asked what it cost. We shall ask.[4]\n\nNotes\n1. See the plan.\n"
     "2. Minutes of 12 June.\n3. Until 1999.\n4. The budget, page 14.\n"},
    {"superscripts.txt",
     "Mr President,\n\nOur share is 40 m² of 11 km² in all¹, and 12 of it is ours.² We want more, "
     "as anybody would.\n\n¹ The survey.\n² The deed.\n"},
    {"hyphens.txt",
     "Ladies and Gentlemen,\n\nWe have come a long way from the days in which the govern-\n"
     "ment of this town met in a barn, and in which a well-known\nminister kept his papers under a "
     "hat. He was a well-\nknown man, and his programme was a short one: less hay, more\nwork, and "
     "no speeches after dinner. That is my pro-\ngramme as well, and I thank you.\n",
     true},
    {"bullets.txt",
     "Colleagues,\n\nWe ask for three things:\n\n• roads that last;\n• schools that open;\n"
     "• a bus.\n\n- And we ask for them now.\n- Not later.\n\n1. This is the first point.\n"
     "2. This is the second point.\n\nThank you.\n",
     false},
    {"verse.txt",
     "My friends,\n\nLet me end with a song of the coast, as my mother sang it to us.\n\n"
     "The tide goes out,\nThe tide comes in,\nThe gulls are loud,\nThe ropes are thin.\n\n"
     "She sang it well, and I do not. Thank you all for coming today.\n",
     false},
    {"labels.txt",
     "THE CHAIR: Good morning. I call the first speaker.\n\nMS BELL: Thank you, Chair. I shall be "
     "short.\n\n(Laughter)\n\nTHE CHAIR: Please do.\n\nMS BELL: The pier is open. (Applause) That "
     "is all I have to say.\n",
     false},
    {"captions.srt",
     "1\n00:00:01,000 --> 00:00:03,000\nMy friends,\n\n2\n00:00:03,500 --> 00:00:06,000\nwe are "
     "<i>here</i> to speak\n\n3\n00:00:06,000 --> 00:00:09,000\nof the sea. {\\an8}It is old.\n\n"
     "4\n00:00:15,000 --> 00:00:19,000\nAnd we are young.\n"},
    {"captions.vtt",
     "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann Bell>Good morning to all of you.\n\n00:04.000 --> "
     "00:06.000\n<v Ann Bell>We begin.\n\n00:07.000 --> 00:09.000\n<v Tom Ray>Do we?\n"},
    {"times.txt",
     "[00:00:05] Good morning to you all, and welcome.\n\n[00:00:15] We are here to speak of the "
     "sea.\n\n[00:01:02] It is old, [00:01:07] and it is wide.\n\n[00:02:00] Thank you.\n"},
    {"stamps.txt",
     "Mr. Speaker,\n\nI rise to speak of the pier. [[Page H1234]] It has been closed for nine "
     "years.\n\n[[Page H1235]]\n\n{time} 1345\n\nIt is open now, {time} 1400 and I yield back.\n"},
    {"pages.txt",
     "Harbour Trust                                  Annual address\n\nFriends,\n\nWe have come a "
     "long way from the days in which the council of this\ntown met in a barn, and in which every "
     "minister kept his papers under\n\n- 1 -\n\fHarbour Trust                                  "
     "Annual address\n\nhis hat. It was a good hat, and it kept the rain from what he "
     "wrote,\nwhich "
     "was little. I have a longer paper and no hat. Thank you.\n\n- 2 -\n"},
    {"chinese.txt",
     "各位代表：\n\n我们今天在这里讨论海洋的未来，因为海洋是我们共同的家园，也是我们\n子孙后代的家"
     "园。"
     "我们必须保护它，我们也能够保护它，这需要所有人的努力，\n也需要所有国家的合作。谢谢大家。\n",
     true},
    {"french.txt",
     "Mesdames et Messieurs,\n\nNous sommes ici pour parler de la mer. Elle est « vieille », et "
     "nous sommes jeunes ; que faire ?\n\nJe vous remercie.\n"},
    {"quotes.txt",
     "Dear colleagues,\n\nThe old keeper wrote to us, and I read from his letter:\n\n    \"I have "
     "kept the light for thirty years and I have\n    seen it fail but once, which was my "
     "fault.\"\n"
     "\nWe kept him for another ten, and we were right to do so.\n"},
    {"separators.txt",
     "* * *\n\nDear all,\n\nThe first part of what I have to say is short. It is this.\n\n* * *\n\n"
     "The second is shorter.\n\n----------\n\nPress office, tel. 555 0100\n"},
    {"page.html",
     "<!DOCTYPE html><html lang=en><head><title>The Pier | Trust</title></head><body><nav><a "
     "href=/>Home</a> <a href=/s>Speeches</a></nav><main><h1>The Pier</h1><p>Ann Bell, 3 May "
     "2011</p><p>Ladies and Gentlemen,</p><p>We are <b>here</b> because the pier is "
     "open<sup><a href=#n1>1</a></sup>. It was closed<br>for nine years.</p><ul><li>It is "
     "long.</li><li>It is dry.</li></ul><blockquote>Keep it dry, he said.</blockquote><p "
     "hidden>Secret</p><p>Thank you for waiting with us.</p><ol><li id=n1>The "
     "plan.</li></ol></main><footer>© Trust <a href=/c>Contact</a></footer></body></html>"},
    {"lines.html",
     "<html><body><div class=menu><a href=a>Home</a></div>\n<div class=text>Dear friends,<br><br>\n"
     "The sea is old. <a href=b>We are young</a>.<br>And we<br>&#8226; row<br>&#8226; sail<br>\n"
     "Thank you.</div><div class=related><h3>More</h3><p><a href=c>Another speech</a></p>"
     "<p><a href=d>Another speech</a></p></div><aside class=photo>Photo: the sea</aside>"
     "<pre>One\nTwo three.\n</pre></body></html>"},
    {"page.md",
     "---\ntitle: The Pier\nspeaker: Ann Bell\n---\n\n# The Pier\n\nLadies and Gentlemen,\n\nWe "
     "are "
     "*here* because the pier\nis open.[^1] It was closed.\n\n- long\n- dry\n\n> Keep it dry, he "
     "said.\n\n[Home](/) | [Speeches](/s)\n\nThank you all for coming.\n\n[^1]: The plan.\n"},
    {"notes.html",
     "<html><body><article><p>Mr President,</p><p>We built a wall.<a id=r1 href=#f1>[1]</a> It "
     "held.<a id=r2 href=#f2>[2]</a> [00:12] I thank the builders.</p><p>ANN: It did.</p><p>TOM: "
     "It did not.</p><p>(Laughter)</p><hr><p id=f1><a href=#r1>[1]</a> In 1991.</p><p id=f2><a "
     "href=#r2>[2]</a> Until 1999.</p></article></body></html>"},
};

}  // namespace declaim::test
