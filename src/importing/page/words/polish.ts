import type { PageWords } from '../pageWords.ts';

export const polish: PageWords = {
  navigation:
    'menu|strona główna|szukaj|wyszukaj|przejdź do treści|przejdź do głównej treści|przejdź do *|powrót|wróć|wróć do *|do góry|na górę|czytaj więcej|czytaj dalej|więcej|dowiedz się więcej|pokaż więcej|zobacz wszystkie|zobacz więcej|następny|poprzedni|następny artykuł|poprzedni artykuł|jesteś tutaj|zaloguj się|zaloguj|zarejestruj się|zamknij|spis treści|drukuj|posłuchaj',
  cookies:
    'używamy|wykorzystujemy|korzystamy|ta strona używa|ta strona korzysta|ta strona wykorzystuje|nasza strona używa|serwis używa|serwis wykorzystuje',
  cookieButtons: 'akceptuj|akceptuję|odrzuć|zgadzam się|ustawienia|polityka|zaakceptuj',
  browser:
    'twoja przeglądarka|państwa przeglądarka|włącz javascript|włącz obsługę javascript|obsługa javascript jest wyłączona',
  hotline: 'w nagłych wypadkach|zadzwoń|numer alarmowy|infolinia|telefon zaufania',
  share:
    'udostępnij|podziel się|udostępnij artykuł|udostępnij na *|podziel się na *|poleć|wyślij e-mailem|skopiuj link|kopiuj link|tweetnij',
  newsletter:
    'newsletter|zapisz się *|zapisz się do newslettera*|subskrybuj*|otrzymuj *|zamów newsletter*',
  advertisement:
    'reklama|ogłoszenie|materiał sponsorowany|artykuł sponsorowany|dalszy ciąg materiału pod wideo|dalsza część artykułu pod *',
  rights: 'wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone',
  legal:
    'polityka prywatności|regulamin|regulamin serwisu|kontakt|mapa strony|deklaracja dostępności|redakcja|nota prawna',
  caption: 'fot.|foto|zdjęcie|autor zdjęcia|ilustracja|zdjęcia',
  comments:
    'komentarze|skomentuj|* komentarzy|* komentarze|dodaj komentarz|zobacz komentarze|napisz komentarz',
  by: 'autor:|autorka:|tekst:|rozmawiał|rozmawiała|oprac.|opracował|opracowała',
  roles:
    'dziennikarz|dziennikarka|redaktor|redaktorka|korespondent|korespondentka|reporter|reporterka|publicysta|publicystka',
  published:
    'opublikowano|opublikowany|data publikacji|publikacja|aktualizacja|ostatnia aktualizacja|zaktualizowano|data|dodano|dnia|utworzono',
  related:
    'czytaj także|czytaj też|przeczytaj także|przeczytaj również|zobacz także|zobacz też|zobacz również|powiązane|powiązane artykuły|podobne artykuły|najczęściej czytane|najpopularniejsze|polecane|polecamy|więcej na temat*|może cię zainteresować|warto przeczytać',
  greeting:
    'dzień dobry|dobry wieczór|szanowni państwo|(?:drodzy|szanowni|kochani) (?:państwo|przyjaciele|rodacy|goście|koledzy|zebrani)|panie (?:prezydencie|marszałku|premierze|przewodniczący)|pani (?:marszałek|premier|przewodnicząca|prezydent)|wysoka izbo|wysoki sejmie|ekscelencje',
  announced:
    'przemówienie *|wystąpienie (?:prezydenta|premiera|ministra|prezes|pani|pana) *|(?:pełna|cała) treść (?:przemówienia|wystąpienia) *|treść (?:przemówienia|wystąpienia) *|stenogram *',
  thanks:
    'dziękuję|dziękuję bardzo|bardzo dziękuję|dziękuję państwu|dziękuję za uwagę|serdecznie dziękuję',
};
