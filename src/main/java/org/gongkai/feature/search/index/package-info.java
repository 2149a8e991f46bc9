/**
 * The index for the search page. In: what can be found of each entry; out: script files below {@code search/}, which
 * the scripts in {@code src/main/js/search} read. Knows no entries, pages or audiences: each audience has an index of
 * its own entries.
 *
 * <p><b>How a phrase is found.</b> A key is the beginning of phrases: a pair of UTF-16 units or, where more than some
 * dozens of documents hold the pair, a longer text ({@link org.gongkai.feature.search.key.KeySplitter}). Keys are
 * sorted; each lists documents. The keys that begin with a phrase, or the one that governs it, decide for most
 * documents whether they hold it; of the others the texts are read. So every phrase within a block is found, and
 * nothing else. Phrases and texts are folded alike ({@link org.gongkai.feature.search.index.TextFolding}).
 *
 * <p><b>What keeps it small.</b> Where the same text always precedes a key, as in a sentence that many documents share,
 * the key is not divided: a reference says what precedes it, and the longer phrase is looked up instead. In turn other
 * keys are divided until few documents are in doubt.
 *
 * <p><b>What keeps it quick to update.</b> A document whose address has a hash of one of 256 begins a folder of texts,
 * named by that hash, in which files are numbered: a document of an earlier day renames the texts of its folder alone.
 * Ids rise with the day, so that new documents are the last. Behind many, the
 * last of them, fewer than 1,024, have a segment of their own: an entry more changes the keys of that segment alone
 * ({@link org.gongkai.feature.search.index.IndexLayout}). A query reads one file of keys and one router more for it.
 *
 * <p><b>Files.</b> A change to their format raises the number behind {@code search.js} in {@code search.ftl}. UTF-16,
 * little endian, with a byte order mark; each calls {@code gk} once. A packed value is a string of units from U+4000 to
 * U+BFFF with 15 bits each, most significant bit first ({@link org.gongkai.feature.search.pack.BitWriter}).
 *
 * <ul>
 *   <li>{@code m.js}, the manifest, an object: {@code n} number of documents; {@code g} binary logarithm of the number
 *       of documents in a file of texts; {@code bundle} whether there is one file of texts and no keys;
 *       {@code columns}, {@code years}, {@code kinds} names by lines; {@code help} the numbers of the columns that
 *       explain the site; {@code combos} combinations of them by lines, such as {@code 0|2,3|1}; {@code bits} and
 *       {@code attr} the packed number of each document's combination, {@code bits} each; {@code open} the 公示 that
 *       have not ended, as id, first and last day; {@code blocks} the folders of texts, as the first id and the name;
 *       {@code segs} the segments: {@code from} first id, {@code n} number
 *       of documents, {@code r} the packed first borders of the routers.
 *   <li>{@code p.js}, pages and answers that are shown before entries, an object: {@code places} a list of rows with
 *       name, group, address, words that ask for it separated by tabs, and of an answer its text, first day, last day
 *       and the addresses that it was taken from, separated by tabs; empty values at the end are left out.
 *   <li>{@code q.js}, kinds of questions: {@code asks} for each a pattern of what asks, of what an answer and of what a
 *       rule that answers looks like (none: a number of what is asked for), the words of headings above it, and a pattern
 *       of what comes first; {@code how}, {@code between}, {@code rules} and {@code syllable} more patterns; {@code units}
 *       what counts others; {@code others} patterns of what asks and does not answer it.
 *   <li>{@code w.js}, other ways to say what no document holds, an object: {@code han} characters, each before its
 *       simplified form; {@code site} a pattern of what is asked about the site; {@code said} patterns of colloquial
 *       words, each with what texts write behind a tab; {@code same} words of one meaning, with blanks between them.
 *   <li>{@code v.js}, the vocabulary: pieces joined by U+E000, ordered by length of code; the number of codes of length
 *       1, 2, …; the numbers of the codes that introduce a single unit (16 bits) and a copy.
 *   <li>{@code t.js}, or {@code t/D/F.js} with {@code D} the name of the last block whose first id does not exceed the
 *       id, and {@code F = id - first id >> g}: an array of packed texts. A
 *       text begins with its length (gamma); then follow codes of pieces; a copy has its distance less one (Golomb, 8
 *       low bits) and its length less three (Golomb, 1). Its lines: address, title, day, tags separated by tabs, pinyin
 *       initials of the title, then one line for each block; U+0001 precedes a heading.
 *   <li>{@code r/NAME.js}, a router: the packed borders of consecutive files of keys. Borders are packed as how many
 *       there are (gamma) and then as keys, see below. The last file whose border does not follow a key has it, and the
 *       files behind it whose borders begin with it; all of them stand in the last router that does not follow the key.
 *   <li>{@code i/NAME.js}, a file of keys: for each entry the key, written as how many units of the one before end
 *       (plus one, gamma), how many follow (gamma) and these (16 bits each; the first, if units end, as the difference
 *       less one, Golomb, 5); a bit 1 if exactly these documents hold the key, bits 01 if that is so and longer keys
 *       divide it, and then by how many units it is longer than the shortest key that the same places hold (plus one,
 *       gamma), bits 00 if they hold this key or one up to the next that differs in the last unit; 127 instead of that
 *       length makes it a reference, which goes on with the number of units that precede the key at all its places
 *       (gamma) and these (16 bits each), and ends; the number of documents (gamma); after the bit 1 and a number above
 *       8, how many units follow the key that are the same at all its places (plus one, gamma), so that one document
 *       tells whether all hold a longer phrase; the differences less one of the ids in Rice codes. Keys after U+0002
 *       are those of titles and tags, after U+0003 of headings, after U+0004 of pinyin initials. NAME, of a file as of
 *       a router, is the number of the segment, {@code -}, the first two units of the border in hexadecimal digits and,
 *       for a longer border, {@code -} and its hash as {@link java.lang.String#hashCode} computes it.
 * </ul>
 */
package org.gongkai.feature.search.index;
