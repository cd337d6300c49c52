import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/importing/plain/plainText.ts';
import { dropped, kept, readWith } from './read.ts';

const read = (...blocks: string[]) => readWith(readPlainText, blocks.join('\n\n'));

/** A report on a page in some language: what stands before it, within it and after it. */
interface Page {
  title: string;
  prose: string;
  before: string[];
  within: string;
  after: string[];
}

const PAGES: Readonly<Record<string, Page>> = {
  German: {
    title: 'Die Fähre fährt nicht mehr',
    prose:
      'Die Fähre legt jeden Mittag ab, und die Leute am Hafen warten mit viel Geduld auf sie, wie sie es immer getan haben.',
    before: [
      'Zum Inhalt springen',
      'Wir verwenden Cookies, um diese Seite zu verbessern.',
      'Alle Cookies akzeptieren',
      'Von Anna Schmidt und Peter Groß',
      'Veröffentlicht am Donnerstag, 3. März 2020, 14:05 Uhr',
      'Artikel teilen',
    ],
    within: 'Anzeige',
    after: [
      'Newsletter abonnieren und nichts mehr verpassen',
      '12 Kommentare',
      '© Hafenblatt. Alle Rechte vorbehalten.',
      'Mehr zum Thema',
      'Der Hafen schließt',
      'Ein neues Schiff',
    ],
  },
  French: {
    title: 'Le ferry ne part plus',
    prose:
      'Le ferry part tous les jours à midi, et les gens du port l’attendent avec beaucoup de patience, comme ils l’ont toujours fait.',
    before: [
      'Aller au contenu principal',
      'Ce site utilise des cookies pour améliorer votre visite.',
      'Par Jeanne Dupont',
      'Publié le 3 mars 2020 à 14h05',
      "Partager l'article",
      'Crédit photo : Agence du Port',
    ],
    within: 'Publicité',
    after: ['Laisser un commentaire', 'Mentions légales', 'Sur le même sujet', 'Le port ferme'],
  },
  Spanish: {
    title: 'El barco ya no sale',
    prose:
      'El barco sale todos los días a mediodía, y la gente del puerto lo espera con mucha paciencia, como siempre lo ha hecho.',
    before: [
      'Ir al contenido principal',
      'Utilizamos cookies para mejorar esta página.',
      'Por Ana López',
      'Actualizado el 3 de marzo de 2020',
      'Compartir en Facebook',
    ],
    within: 'Publicidad',
    after: [
      'Suscríbete a nuestro boletín',
      'Todos los derechos reservados',
      'Te puede interesar',
      'El puerto cierra',
    ],
  },
  Italian: {
    title: 'Il traghetto non parte più',
    prose:
      'Il traghetto parte ogni giorno a mezzogiorno, e la gente del porto lo aspetta con molta pazienza, come ha sempre fatto.',
    before: [
      'Vai al contenuto',
      'Questo sito utilizza i cookie per funzionare meglio.',
      'di Mario Rossi',
      'Pubblicato il 3 marzo 2020 alle 14:05',
      'Condividi su WhatsApp',
    ],
    within: 'Pubblicità',
    after: [
      'Iscriviti alla newsletter',
      'Riproduzione riservata',
      'Leggi anche',
      'Il porto chiude',
    ],
  },
  Portuguese: {
    title: 'O barco já não sai',
    prose:
      'O barco sai todos os dias ao meio-dia, e as pessoas do porto esperam por ele com muita paciência, como sempre fizeram.',
    before: [
      'Ir para o conteúdo',
      'Utilizamos cookies para melhorar este sítio.',
      'Por João Silva',
      'Publicado em 3 de março de 2020',
      'Partilhar no Twitter',
    ],
    within: 'Continua após a publicidade',
    after: ['Termos de uso', 'Leia também', 'O porto fecha'],
  },
  Dutch: {
    title: 'De veerboot vaart niet meer',
    prose:
      'De veerboot vertrekt elke middag, en de mensen in de haven wachten er met veel geduld op, zoals zij altijd hebben gedaan.',
    before: [
      'Naar de inhoud',
      'Deze website gebruikt cookies om beter te werken.',
      'Door Jan Bakker',
      'Gepubliceerd op 3 maart 2020 om 14:05 uur',
      'Deel dit artikel',
    ],
    within: 'Advertentie',
    after: [
      'Schrijf je in voor onze nieuwsbrief',
      'Algemene voorwaarden',
      'Lees ook',
      'De haven sluit',
    ],
  },
  Polish: {
    title: 'Prom już nie pływa',
    prose:
      'Prom odpływa codziennie w południe, a ludzie w porcie czekają na niego z wielką cierpliwością, jak zawsze to robili.',
    before: [
      'Przejdź do treści',
      'Używamy plików cookies, aby strona działała lepiej.',
      'Autor: Jan Kowalski',
      'Data publikacji: 3 marca 2020',
      'Udostępnij na Facebooku',
    ],
    within: 'Reklama',
    after: ['Dodaj komentarz', 'Wszelkie prawa zastrzeżone', 'Zobacz także', 'Port zamknięty'],
  },
  Swedish: {
    title: 'Färjan går inte längre',
    prose:
      'Färjan går varje dag klockan tolv, och folket i hamnen väntar på den med stort tålamod, som de alltid har gjort.',
    before: [
      'Hoppa till innehållet',
      'Vi använder cookies för att sidan ska fungera.',
      'Av Anna Lind',
      'Publicerad 3 mars 2020 kl. 14.05',
      'Dela på Facebook',
    ],
    within: 'Annons',
    after: ['Skriv en kommentar', 'Läs också', 'Hamnen stänger'],
  },
  Russian: {
    title: 'Паром больше не ходит',
    prose:
      'Паром отходит каждый день в полдень, и люди в порту ждут его с большим терпением, как они это делали всегда.',
    before: [
      'Перейти к содержанию',
      'Мы используем файлы cookies, чтобы сайт работал лучше.',
      'Автор: Анна Иванова',
      'Опубликовано: 3 марта 2020 года',
      'Поделиться в Телеграме',
    ],
    within: 'Реклама',
    after: ['Все права защищены', 'Читайте также', 'Порт закрывается'],
  },
};

describe('a report on a page', () => {
  test.each(Object.entries(PAGES))('in %s is whole, and only the report', async (_, page) => {
    const prose = [1, 2, 3, 4].map(n => `${n}. ${page.prose}`);
    const found = await read(
      page.title,
      ...page.before,
      ...prose.slice(0, 2),
      page.within,
      ...prose.slice(2),
      ...page.after,
    );
    expect(kept(found)).toEqual([page.title, ...prose]);
    const reasons = new Set(dropped(found).map(([, reason]) => reason));
    for (const reason of ['navigation', 'cookie notice', 'byline', 'date line', 'share buttons'])
      expect(reasons).toContain(reason);
    expect(reasons).toContain('list of related texts');
    expect(found.meta.date).toBe('2020-03-03');
  });

  test.each(Object.entries(PAGES))(
    'in %s without a page around it loses nothing',
    async (_, page) => {
      const prose = [1, 2, 3].map(n => `${n}. ${page.prose}`);
      expect(dropped(await read(page.title, ...prose))).toEqual([]);
    },
  );
});

describe('a speech', () => {
  test.each([
    ['Es gilt das gesprochene Wort.', 'Sehr geehrte Damen und Herren,', 'Vielen Dank.', 'German'],
    ['Seul le prononcé fait foi', 'Mesdames et Messieurs,', 'Je vous remercie.', 'French'],
    ['Discurso de la ministra en el puerto', 'Buenos días a todos.', 'Muchas gracias.', 'Spanish'],
    ['Discorso del ministro al porto', 'Signore e signori,', 'Grazie a tutti.', 'Italian'],
    ['Alleen het gesproken woord geldt', 'Dames en heren,', 'Dank u wel.', 'Dutch'],
    ['Det talade ordet gäller.', 'Mina damer och herrar!', 'Tack så mycket!', 'Swedish'],
    ['Przemówienie premiera w porcie', 'Szanowni Państwo!', 'Dziękuję bardzo.', 'Polish'],
  ])('is found after %j', async (announced, greeting, thanks, language) => {
    const { prose } = PAGES[language] as Page;
    const speech = [greeting, ...[1, 2, 3, 4, 5].map(n => `${n}. ${prose}`), thanks];
    const found = await read(`0. ${prose}`, announced, ...speech, 'Anna Stein');
    expect(kept(found)).toEqual(speech);
  });
});

test.each([
  ['Rufen Sie mich an, wenn Sie das gelesen haben.', 'German'],
  ['Von Anfang an war das so.', 'German'],
  ['Menu du jour, disait-il.', 'French'],
  ['Por eso estamos aquí.', 'Spanish'],
  ['Foto di mio nonno', 'Italian'],
  ['Delen is lastig.', 'Dutch'],
  ['Am 3. März 2020 trafen wir uns.', 'German'],
  ['We met on 14 July 2021.', 'German'],
  ['By the time we got there it had gone', 'German'],
  ['Learn more about the Style Editor', 'German'],
])('%j before or after a text stays', async (words, language) => {
  const { prose } = PAGES[language] as Page;
  const text = [1, 2, 3].map(n => `${n}. ${prose}`);
  expect(dropped(await read(words, ...text, words))).toEqual([]);
});
