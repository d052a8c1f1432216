<?xml version="1.0" encoding="UTF-8"?>
<!--
Noms que eSpeak NG 1.51 lit mal en français, tels qu'on les dit à la radio. (Names the engine misreads.)
The comment behind each is what the engine (voice "fr") said before. The transcriptions were written
from general knowledge; none was copied from a reference, and none was looked up for this file.
-->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="fr">

  <!-- Chefs d'État et de gouvernement, responsables d'organisations -->
  <lexeme><grapheme>Giscard d'Estaing</grapheme><phoneme>ʒiskaʁ dɛstɛ̃</phoneme></lexeme> <!-- Zisk'ar dEst'E~g -->
  <lexeme><grapheme>Schröder</grapheme><phoneme>ʃʁødœʁ</phoneme></lexeme> <!-- Srod'e -->
  <lexeme><grapheme>Kohl</grapheme><phoneme>kol</phoneme></lexeme> <!-- (en)k'oUl(fr) -->
  <lexeme><grapheme>Juncker</grapheme><phoneme>junkɛʁ</phoneme></lexeme> <!-- ZW~k'e -->
  <lexeme><grapheme>von der Leyen</grapheme><phoneme>fɔn dɛʁ lajœn</phoneme></lexeme> <!-- v'O~ d'Er lEj'E~ -->
  <lexeme><grapheme>Stoltenberg</grapheme><phoneme>stɔltɛnbɛʁɡ</phoneme></lexeme> <!-- stOltA~b'Erg -->
  <lexeme><grapheme>Zapatero</grapheme><phoneme>sapateʁo</phoneme></lexeme> <!-- zapater'o -->
  <lexeme><grapheme>Rajoy</grapheme><phoneme>ʁaxɔj</phoneme></lexeme> <!-- raZw'a -->
  <lexeme><grapheme>Brown</grapheme><phoneme>bʁawn</phoneme></lexeme> <!-- (en)br'aUn(fr) -->
  <lexeme><grapheme>Cameron</grapheme><phoneme>kamʁɔn</phoneme></lexeme> <!-- kamr'O~ -->
  <lexeme><grapheme>Thatcher</grapheme><phoneme>tatʃœʁ</phoneme></lexeme> <!-- (en)T'atS3(fr) -->
  <lexeme><grapheme>Churchill</grapheme><phoneme>tʃœʁtʃil</phoneme></lexeme> <!-- (en)tS'3:tSIl(fr) -->
  <lexeme><grapheme>Reagan</grapheme><phoneme>ʁeɡan</phoneme></lexeme> <!-- (en)r'eIg@n(fr) -->
  <lexeme><grapheme>Bush</grapheme><phoneme>buʃ</phoneme></lexeme> <!-- (en)b'US(fr) -->
  <lexeme><grapheme>Clinton</grapheme><phoneme>klintɔn</phoneme></lexeme> <!-- klE~t'O~ -->
  <lexeme><grapheme>Kennedy</grapheme><phoneme>kenedi</phoneme></lexeme> <!-- (en)k'En@di(fr) -->
  <lexeme><grapheme>Roosevelt</grapheme><phoneme>ʁozvɛlt</phoneme></lexeme> <!-- (en)r'oUz@v,Elt(fr) -->
  <lexeme><grapheme>Eisenhower</grapheme><phoneme>ajzɛnawœʁ</phoneme></lexeme> <!-- (en)'aIz@nh,aU3(fr) -->
  <lexeme><grapheme>Wałęsa</grapheme><grapheme>Walesa</grapheme><phoneme>valɛsa</phoneme></lexeme> <!-- (en)w'eIls@(fr) -->
  <lexeme><grapheme>Orbán</grapheme><grapheme>Orban</grapheme><phoneme>ɔʁban</phoneme></lexeme> <!-- Orb'A~ -->
  <lexeme><grapheme>Medvedev</grapheme><phoneme>mɛdvedɛf</phoneme></lexeme> <!-- mEdvd'Ev -->
  <lexeme><grapheme>Zelensky</grapheme><phoneme>zelɛnski</phoneme></lexeme> <!-- z@lA~sk'i -->
  <lexeme><grapheme>Erdoğan</grapheme><grapheme>Erdogan</grapheme><phoneme>ɛʁdoɡan</phoneme></lexeme> <!-- Erdog'A~ -->
  <lexeme><grapheme>Xi Jinping</grapheme><phoneme>ʃi dʒinpiŋ</phoneme></lexeme> <!-- gz'i (en)dZ'InpIN(fr) -->
  <lexeme><grapheme>Ban Ki-moon</grapheme><phoneme>ban ki mun</phoneme></lexeme> <!-- b'A~ k'i(en)m'u:n(fr) -->
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡuteʁɛs</phoneme></lexeme> <!-- gyt'Er -->
  <lexeme><grapheme>Kofi Annan</grapheme><phoneme>kofi anan</phoneme></lexeme> <!-- kof'i; an'A~ -->
  <lexeme><grapheme>Mandela</grapheme><phoneme>mandela</phoneme></lexeme> <!-- mA~dl'a -->
  <lexeme><grapheme>Milošević</grapheme><grapheme>Milosevic</grapheme><phoneme>milɔʃevitʃ</phoneme></lexeme> <!-- milozv'ik -->
  <lexeme><grapheme>Koštunica</grapheme><grapheme>Kostunica</grapheme><phoneme>kɔʃtunitsa</phoneme></lexeme> <!-- kOstynik'a -->
  <lexeme><grapheme>Jaap de Hoop Scheffer</grapheme><phoneme>jap də op skɛfœʁ</phoneme></lexeme> <!-- Za'ap d@- (en)h'u:p(fr) SEf'e -->

  <!-- Institutions -->
  <lexeme><grapheme>Bundestag</grapheme><phoneme>bundɛstaɡ</phoneme></lexeme> <!-- bW~dEst'ag -->
  <lexeme><grapheme>Bundesrat</grapheme><phoneme>bundɛsʁat</phoneme></lexeme> <!-- bW~d@sr'a -->
  <lexeme><grapheme>Downing Street</grapheme><phoneme>dawniŋ stʁit</phoneme></lexeme> <!-- (en)d'aUnIN str'i:t(fr) -->
  <lexeme><grapheme>Knesset</grapheme><phoneme>knɛsɛt</phoneme></lexeme> <!-- knes'Et -->
  <lexeme><grapheme>Benelux</grapheme><phoneme>benelyks</phoneme></lexeme> <!-- b@nl'yks -->
  <lexeme><grapheme>Reichstag</grapheme><phoneme>ʁajʃstaɡ</phoneme></lexeme> <!-- rEkst'ag -->

  <!-- Lieux -->
  <lexeme><grapheme>Bruxelles</grapheme><phoneme>bʁysɛl</phoneme></lexeme> <!-- bryks'El -->
  <lexeme><grapheme>Auxerre</grapheme><phoneme>osɛʁ</phoneme></lexeme> <!-- oks'Er -->
  <lexeme><grapheme>Metz</grapheme><phoneme>mɛs</phoneme></lexeme> <!-- m'Ets -->
  <lexeme><grapheme>Washington</grapheme><phoneme>waʃiŋtɔn</phoneme></lexeme> <!-- (en)w'0SINt@n(fr) -->
  <lexeme><grapheme>New York</grapheme><phoneme>nju jɔʁk</phoneme></lexeme> <!-- (en)nj'u: j'O@k(fr) -->
  <lexeme><grapheme>Los Angeles</grapheme><phoneme>lɔs ɑ̃dʒəlɛs</phoneme></lexeme> <!-- los A~nZel'Es -->
  <lexeme><grapheme>Leipzig</grapheme><phoneme>lajpsiɡ</phoneme></lexeme> <!-- lEpz'ig -->
  <lexeme><grapheme>Auschwitz</grapheme><phoneme>oʃvits</phoneme></lexeme> <!-- oSw'its -->
  <lexeme><grapheme>Maastricht</grapheme><phoneme>mastʁiʃt</phoneme></lexeme> <!-- maastr'iSt -->
  <lexeme><grapheme>Schengen</grapheme><phoneme>ʃɛnɡɛn</phoneme></lexeme> <!-- SA~Z'En -->
  <lexeme><grapheme>Phnom Penh</grapheme><phoneme>pnɔm pɛn</phoneme></lexeme> <!-- fn'O~ p'En -->
  <lexeme><grapheme>Buenos Aires</grapheme><phoneme>bwenɔz ɛʁ</phoneme></lexeme> <!-- by@n'oz2 'Er -->
  <lexeme><grapheme>Srebrenica</grapheme><phoneme>sʁebʁenitsa</phoneme></lexeme> <!-- sr@br@nik'a -->
  <lexeme><grapheme>Sarajevo</grapheme><phoneme>saʁajevo</phoneme></lexeme> <!-- saraZv'o -->
  <lexeme><grapheme>Reykjavik</grapheme><phoneme>ʁɛkjavik</phoneme></lexeme> <!-- rEkZav'ik -->
</lexicon>
