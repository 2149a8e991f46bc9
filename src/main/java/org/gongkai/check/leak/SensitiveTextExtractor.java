package org.gongkai.check.leak;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gongkai.check.leak.SensitiveText.Kind;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;

/** Finds by what an entry would be known if it came out. What any other page may say as well is no clue. */
final class SensitiveTextExtractor {

    /** Characters that pages write in another form, or at which markup may stand. */
    private static final Pattern BREAKS = Pattern.compile("[<>&\"'`*_~{}\\[\\]$\\\\|\\p{Cntrl}]+");

    private static final Pattern SENTENCE = Pattern.compile("[\\p{IsHan}，、；：]{12,}");

    /** What a page is composed of by itself: years, months, editions of a series. */
    private static final Pattern DATES = Pattern.compile("[\\d年月日第期号次季度上下半一二三四五六七八九十〇]+");

    private static final int SHORTEST = 6;
    private static final int LEAST_OWN = 4;
    private static final int SENTENCES = 12;

    /** Pages cut texts short, so only the beginning of a sentence is looked for. */
    private static final int BEGINNING = 24;

    private final List<String> names;

    /**
     * @param names what pages say of themselves: the site, its columns, the kinds of entries
     */
    SensitiveTextExtractor(Set<String> names) {
        this.names = names.stream()
                .filter(name -> !name.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * The clues of an entry.
     *
     * @param text its whole file
     */
    List<SensitiveText> of(Entry entry, String text) {
        Set<SensitiveText> clues = new LinkedHashSet<>(ofHeader(entry));
        SENTENCE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(SENTENCES)
                .forEach(sentence ->
                        add(clues, Kind.WORDS, sentence.substring(0, Math.min(BEGINNING, sentence.length())), entry));
        return List.copyOf(clues);
    }

    /** The clues that stand in the header alone. */
    List<SensitiveText> ofHeader(Entry entry) {
        Set<SensitiveText> clues = new LinkedHashSet<>();
        name(clues, Kind.TITLE, entry.title(), entry);
        add(clues, Kind.NUMBER, entry.publication().number(), entry);
        add(clues, Kind.DOCUMENT_NUMBER, entry.text(CommonField.DOC_NUMBER), entry);
        entry.tags().forEach(tag -> name(clues, Kind.TAG, tag, entry));
        for (Entry.Attachment attachment : entry.attachments()) {
            String path = attachment.path().text().strip();
            name(clues, Kind.FILE, path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", ""), entry);
            name(clues, Kind.FILE, attachment.label(), entry);
        }
        return List.copyOf(clues);
    }

    private void name(Set<SensitiveText> clues, Kind kind, String typed, Entry entry) {
        Arrays.stream(BREAKS.split(Normalizer.normalize(typed, Normalizer.Form.NFC)))
                .map(String::strip)
                .max(Comparator.comparing(String::length))
                .filter(this::isDistinctive)
                .ifPresent(part -> add(clues, kind, part, entry));
    }

    private boolean isDistinctive(String text) {
        String own = LetterText.of(text);
        if (own.length() < SHORTEST) {
            return false;
        }
        for (String name : names) {
            own = own.replace(LetterText.of(name), "");
        }
        return DATES.matcher(own).replaceAll("").length() >= LEAST_OWN;
    }

    private static void add(Set<SensitiveText> clues, Kind kind, String text, Entry entry) {
        if (text.getBytes(StandardCharsets.UTF_8).length >= MultiPatternSearcher.SHORTEST
                && LetterText.of(text).getBytes(StandardCharsets.UTF_8).length >= MultiPatternSearcher.SHORTEST) {
            clues.add(new SensitiveText(kind, text, entry));
        }
    }
}
