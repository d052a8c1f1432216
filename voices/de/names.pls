<?xml version="1.0" encoding="UTF-8"?>
<!--
Namen, die eSpeak NG 1.51 im Deutschen falsch liest. (Names the engine misreads.)
The comment behind each is what the engine (voice "de") said before. The transcriptions were written
from general knowledge; none was copied from a reference, and none was looked up for this file.
-->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="de">

  <!-- Staats- und Regierungschefs, Leiter von Organisationen -->
  <lexeme><grapheme>Chirac</grapheme><phoneme>ʃiˈʁak</phoneme></lexeme> <!-- C'i:RA:k -->
  <lexeme><grapheme>Jacques Chirac</grapheme><phoneme>ʒak ʃiˈʁak</phoneme></lexeme> <!-- j'akkv@s C'i:RA:k -->
  <lexeme><grapheme>Mitterrand</grapheme><phoneme>mitɛˈʁɑ̃</phoneme></lexeme> <!-- m'It3R,ant -->
  <lexeme><grapheme>Giscard d'Estaing</grapheme><phoneme>ʒisˈkaːɐ dɛsˈtɛ̃</phoneme></lexeme> <!-- g'Iskart d'e:_!'EstaIN -->
  <lexeme><grapheme>Sarkozy</grapheme><phoneme>zaʁkoˈziː</phoneme></lexeme> <!-- z'arko:ts,i: -->
  <lexeme><grapheme>Macron</grapheme><phoneme>maˈkʁɔ̃</phoneme></lexeme> <!-- m'akro:n -->
  <lexeme><grapheme>Hollande</grapheme><phoneme>ɔˈlɑ̃d</phoneme></lexeme> <!-- h'Oland@ -->
  <lexeme><grapheme>de Gaulle</grapheme><phoneme>də ˈɡoːl</phoneme></lexeme> <!-- d'e: g'aUl@ -->
  <lexeme><grapheme>Blair</grapheme><phoneme>blɛːɐ</phoneme></lexeme> <!-- bl'E:r -->
  <lexeme><grapheme>Tony Blair</grapheme><phoneme>ˈtoːni blɛːɐ</phoneme></lexeme> <!-- t'o:ni: bl'E:r -->
  <lexeme><grapheme>Cameron</grapheme><phoneme>ˈkɛməʁən</phoneme></lexeme> <!-- k'Ame:R,o:n -->
  <lexeme><grapheme>Thatcher</grapheme><phoneme>ˈsɛtʃɐ</phoneme></lexeme> <!-- t'atS3 -->
  <lexeme><grapheme>Churchill</grapheme><phoneme>ˈtʃœːɐtʃɪl</phoneme></lexeme> <!-- C'URCIl -->
  <lexeme><grapheme>Reagan</grapheme><phoneme>ˈʁeːɡən</phoneme></lexeme> <!-- r,e:ag'A:n -->
  <lexeme><grapheme>Kennedy</grapheme><phoneme>ˈkɛnədi</phoneme></lexeme> <!-- k'Ene:d,i: -->
  <lexeme><grapheme>Roosevelt</grapheme><phoneme>ˈʁoːzəvɛlt</phoneme></lexeme> <!-- r'o:ze:v@lt -->
  <lexeme><grapheme>Obama</grapheme><phoneme>oˈbaːma</phoneme></lexeme> <!-- _!'o:bam,A: -->
  <lexeme><grapheme>Biden</grapheme><phoneme>ˈbaɪdən</phoneme></lexeme> <!-- b'i:d@n -->
  <lexeme><grapheme>Trump</grapheme><phoneme>tʁamp</phoneme></lexeme> <!-- tr'Ump -->
  <lexeme><grapheme>Juncker</grapheme><phoneme>ˈjʊŋkɐ</phoneme></lexeme> <!-- j'Unk3 -->
  <lexeme><grapheme>Berlusconi</grapheme><phoneme>bɛʁlʊsˈkoːni</phoneme></lexeme> <!-- b'ErlUsk,o:ni: -->
  <lexeme><grapheme>Zapatero</grapheme><phoneme>sapaˈteːʁo</phoneme></lexeme> <!-- ts,Apat'e:Ro: -->
  <lexeme><grapheme>Wałęsa</grapheme><grapheme>Walesa</grapheme><phoneme>vaˈvɛnsa</phoneme></lexeme> <!-- (pl)vaw'E~sa#_(de) -->
  <lexeme><grapheme>Lech Wałęsa</grapheme><grapheme>Lech Walesa</grapheme><phoneme>lɛç vaˈvɛnsa</phoneme></lexeme> <!-- l'EC (pl)vaw'E~sa#_(de) -->
  <lexeme><grapheme>Kwaśniewski</grapheme><grapheme>Kwasniewski</grapheme><phoneme>kvaʃˈnjɛfski</phoneme></lexeme> <!-- (pl)kfaS;n^;'E_vski(de) -->
  <lexeme><grapheme>Kaczyński</grapheme><grapheme>Kaczynski</grapheme><phoneme>kaˈtʃɪnski</phoneme></lexeme> <!-- (pl)katS'yn^ski(de) -->
  <lexeme><grapheme>Havel</grapheme><phoneme>ˈhavəl</phoneme></lexeme> <!-- h'Av@l -->
  <lexeme><grapheme>Orbán</grapheme><grapheme>Orban</grapheme><phoneme>ˈɔʁbaːn</phoneme></lexeme> <!-- _|Orb'A:n -->
  <lexeme><grapheme>Milošević</grapheme><grapheme>Milosevic</grapheme><phoneme>miˈlɔʃevɪtʃ</phoneme></lexeme> <!-- (pl)m,ilOS'Evits;(de) -->
  <lexeme><grapheme>Koštunica</grapheme><grapheme>Kostunica</grapheme><phoneme>kɔʃˈtuːnitsa</phoneme></lexeme> <!-- k'OStu:n,i:kA: -->
  <lexeme><grapheme>Gorbatschow</grapheme><phoneme>ɡɔʁbaˈtʃɔf</phoneme></lexeme> <!-- g'OrbatS,o:f -->
  <lexeme><grapheme>Erdoğan</grapheme><grapheme>Erdogan</grapheme><phoneme>ˈɛʁdoːan</phoneme></lexeme> <!-- _|Erdo:g'A:n -->
  <lexeme><grapheme>Xi Jinping</grapheme><phoneme>ʃi dʒɪnˈpɪŋ</phoneme></lexeme> <!-- ks'i: j'InpIN -->
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡuˈtɛʁɛs</phoneme></lexeme> <!-- g'u:tER@s -->
  <lexeme><grapheme>Jaap de Hoop Scheffer</grapheme><phoneme>jaːp də hoːp ˈsxɛfɐ</phoneme></lexeme> <!-- j'A:p d'e: h'o:p S'Ef3 -->

  <!-- Institutionen -->
  <lexeme><grapheme>Downing Street</grapheme><phoneme>ˈdaʊnɪŋ stʁiːt</phoneme></lexeme> <!-- d'OvnIN (en)str'i:t(de) -->
  <lexeme><grapheme>House of Commons</grapheme><phoneme>haʊs ɔf ˈkɔməns</phoneme></lexeme> <!-- (en)h'aUs 0v(de) k'Omo:ns -->
  <lexeme><grapheme>Élysée</grapheme><grapheme>Elysée</grapheme><phoneme>eliˈzeː</phoneme></lexeme> <!-- _|,e:ly:z'e: -->
  <lexeme><grapheme>Quai d'Orsay</grapheme><phoneme>keː dɔʁˈseː</phoneme></lexeme> <!-- kv'aI d'e:_!'OrzEI -->
  <lexeme><grapheme>Knesset</grapheme><phoneme>ˈknɛsɛt</phoneme></lexeme> <!-- kn'Es@t -->

  <!-- Orte -->
  <lexeme><grapheme>Versailles</grapheme><phoneme>vɛʁˈzaɪ</phoneme></lexeme> <!-- fErz'aIl@s -->
  <lexeme><grapheme>Marseille</grapheme><phoneme>maʁˈsɛɪ</phoneme></lexeme> <!-- m'arzaIl@ -->
  <lexeme><grapheme>Bordeaux</grapheme><phoneme>bɔʁˈdoː</phoneme></lexeme> <!-- b'Orde:,aUks -->
  <lexeme><grapheme>Nizza</grapheme><phoneme>ˈnɪtsa</phoneme></lexeme> <!-- n'ItsA: -->
  <lexeme><grapheme>Lyon</grapheme><phoneme>liˈɔ̃</phoneme></lexeme> <!-- ly:'o:n -->
  <lexeme><grapheme>Washington</grapheme><phoneme>ˈvɔʃɪŋtən</phoneme></lexeme> <!-- v'ashINt,o:n -->
  <lexeme><grapheme>New York</grapheme><phoneme>njuː ˈjɔːk</phoneme></lexeme> <!-- (en)nj'u:(de) j'Ork -->
  <lexeme><grapheme>Los Angeles</grapheme><phoneme>lɔs ˈɛndʒələs</phoneme></lexeme> <!-- l'o:s _!'ang,El@s -->
  <lexeme><grapheme>Houston</grapheme><phoneme>ˈhjuːstən</phoneme></lexeme> <!-- h'u:sto:n -->
  <lexeme><grapheme>Edinburgh</grapheme><phoneme>ˈɛdɪnbəʁə</phoneme></lexeme> <!-- _!'e:dInb,URkh -->
  <lexeme><grapheme>Wrocław</grapheme><grapheme>Wroclaw</grapheme><phoneme>ˈvʁɔtswaf</phoneme></lexeme> <!-- (pl)vR'Otswa#f(de) -->
  <lexeme><grapheme>Łódź</grapheme><grapheme>Lodz</grapheme><phoneme>wʊtʃ</phoneme></lexeme> <!-- (pl)w'uts;(de) -->
  <lexeme><grapheme>Srebrenica</grapheme><phoneme>ˈsʁɛbʁɛnitsa</phoneme></lexeme> <!-- _!'Esr'Ebre:n,i:kA: -->
  <lexeme><grapheme>Rio de Janeiro</grapheme><phoneme>ˈʁiːo de ʒaˈneːʁo</phoneme></lexeme> <!-- r'I;o: d'e: j'AnaIR,o: -->
  <lexeme><grapheme>Buenos Aires</grapheme><phoneme>ˈbuenɔs ˈaɪʁɛs</phoneme></lexeme> <!-- b'u:@n,o:s (en)'aIrIz(de) -->
</lexicon>
