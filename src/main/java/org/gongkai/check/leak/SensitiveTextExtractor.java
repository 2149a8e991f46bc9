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
import org.gongkai.check.leak.VisibleText.LetterText;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;

/** Extracts the texts that would reveal an entry. Texts that any other page may contain are excluded. */
record SensitiveTextExtractor(List<String> names) {

    /** Characters that pages escape, or that may be markup. */
    private static final Pattern BREAKS = Pattern.compile("[<>&\"'`*_~{}\\[\\]$\\\\|\\p{Cntrl}]+");

    private static final Pattern SENTENCE = Pattern.compile("[\\p{IsHan}，、；：]{12,}");

    /** Texts that pages generate themselves: years, months, issues of a series. */
    private static final Pattern DATES = Pattern.compile("[\\d年月日第期号次季度上下半一二三四五六七八九十〇]+");

    private static final int SHORTEST = 6;
    private static final int LEAST_OWN = 4;
    private static final int MAX_SENTENCES = 12;

    /** Pages truncate texts, so only the beginning of a sentence is searched. */
    private static final int MAX_LENGTH = 24;

    /**
     * @param names texts that every page may contain: the name of the site, columns, kinds
     */
    SensitiveTextExtractor(Set<String> names) {
        this(names.stream()
                .filter(name -> !name.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /**
     * Returns the sensitive texts of an entry.
     *
     * @param text the content of its file
     */
    List<SensitiveText> of(Entry entry, String text) {
        Set<SensitiveText> found = new LinkedHashSet<>(ofHeader(entry));
        SENTENCE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(MAX_SENTENCES)
                .forEach(sentence ->
                        add(found, Kind.WORDS, sentence.substring(0, Math.min(MAX_LENGTH, sentence.length())), entry));
        return List.copyOf(found);
    }

    /** Returns the sensitive texts of a header. */
    List<SensitiveText> ofHeader(Entry entry) {
        Set<SensitiveText> found = new LinkedHashSet<>();
        name(found, Kind.TITLE, entry.title(), entry);
        add(found, Kind.NUMBER, entry.publication().number(), entry);
        add(found, Kind.DOCUMENT_NUMBER, entry.text(CommonField.DOC_NUMBER), entry);
        entry.listing().tags().forEach(tag -> name(found, Kind.TAG, tag, entry));
        entry.list(CommonField.MATTER).forEach(matter -> name(found, Kind.MATTER, matter, entry));
        for (Entry.Attachment attachment : entry.header().attachments()) {
            String path = attachment.path().text().strip();
            name(found, Kind.FILE, path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", ""), entry);
            name(found, Kind.FILE, attachment.label(), entry);
        }
        return List.copyOf(found);
    }

    private void name(Set<SensitiveText> found, Kind kind, String typed, Entry entry) {
        Arrays.stream(BREAKS.split(Normalizer.normalize(typed, Normalizer.Form.NFC)))
                .map(String::strip)
                .max(Comparator.comparing(String::length))
                .filter(this::isDistinctive)
                .ifPresent(part -> add(found, kind, part, entry));
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

    private static void add(Set<SensitiveText> found, Kind kind, String text, Entry entry) {
        if (text.getBytes(StandardCharsets.UTF_8).length >= MultiPatternSearcher.SHORTEST
                && LetterText.of(text).getBytes(StandardCharsets.UTF_8).length >= MultiPatternSearcher.SHORTEST) {
            found.add(new SensitiveText(kind, text, entry));
        }
    }
}
