package org.gongkai.write.document.fact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.text.ChineseNumeral;

/** Derives the kind and the years of a document from its title. */
public record TitleFacts(Kinds kinds) {

    private static final Pattern YEAR =
            Pattern.compile("((?:19|20|21)\\d{2})(?:\\s*年|(?=\\s*[-—－~至]\\s*(?:19|20|21)\\d{2}\\s*年))");
    private static final Pattern NUMERAL_YEAR = Pattern.compile("([一二][" + ChineseNumeral.PLACES + "]{3})年");
    private static final Pattern REMARK = Pattern.compile("\\s*[（(【〔][^（(【〔]*[）)】〕]$");
    private static final Pattern MINUTES = Pattern.compile(".*(纪要|会议记录|会议情况|记录|情况)");
    /** Papers that are what their titles end with, whatever they are about. */
    private static final Pattern LETTER = Pattern.compile(".*(函|请示|批复)");

    private static final Pattern JOINTS = Pattern.compile("(?<=[结划]|要点|打算|谋划|安排|意见)(?:及|暨|和|与)");

    /** How much more than its words the end of a title says about its kind. */
    private static final int AT_END = 1000;

    private static final int DECIDES = 300;

    /** The years that a title names, in its order. */
    public static List<Integer> years(String title) {
        Set<Integer> years = new LinkedHashSet<>();
        Matcher typed = YEAR.matcher(title);
        while (typed.find()) {
            years.add(Integer.valueOf(typed.group(1)));
        }
        Matcher numerals = NUMERAL_YEAR.matcher(title);
        while (numerals.find()) {
            years.add(ChineseNumeral.parse(numerals.group(1)));
        }
        return List.copyOf(years);
    }

    /** The kinds that a title stands for; two for a title such as 工作总结及…工作计划, none if nothing fits. */
    public List<Kind> kinds(String title) {
        String[] parts = JOINTS.split(title);
        if (parts.length == 2) {
            Optional<Kind> first = kind(parts[0]);
            Optional<Kind> second = kind(parts[1]);
            if (first.isPresent() && second.isPresent() && canBeBoth(first.get(), second.get())) {
                return List.of(first.get(), second.get());
            }
        }
        return kind(title).stream().toList();
    }

    private static boolean canBeBoth(Kind first, Kind second) {
        return !first.equals(second)
                && first.demands().exclusions().stream()
                        .noneMatch(excluded -> excluded.kind().equals(second.name()))
                && second.demands().exclusions().stream()
                        .noneMatch(excluded -> excluded.kind().equals(first.name()));
    }

    private Optional<Kind> kind(String typed) {
        String title = typed;
        while (REMARK.matcher(title).find() && !title.startsWith("（")) {
            title = REMARK.matcher(title).replaceFirst("");
        }
        Kind best = null;
        int most = 0;
        for (Kind kind : kinds.all()) {
            int score = kind.name().equals(Kinds.DEFAULT) ? 0 : score(kind, title);
            if (score > most) {
                best = kind;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int score(Kind kind, String title) {
        List<String> names = new ArrayList<>(List.of(kind.name()));
        names.addAll(kind.aliases());
        int named = longest(names, title, false);
        int ending = longest(names, title, true);
        int words = kind.demands()
                .title()
                .filter(pattern -> pattern.matches(title))
                .map(pattern -> words(pattern, title))
                .orElse(0);
        int last =
                kind.demands().title().map(pattern -> lastWord(pattern, title)).orElse(0);
        boolean overrides = longest(kind.words(Trait.DECISIVE_WORDS), title, false) > 0;
        boolean decides = overrides || longest(kind.words(Trait.TITLE_WORDS), title, false) > 0;
        boolean isMeeting = kind.demands().recommended().contains("会议");
        boolean isMinutes =
                isMeeting && words + named > 0 && MINUTES.matcher(title).matches();
        if (words + ending == 0 && !(named > 0 && isMeeting)
                || ending == 0 && LETTER.matcher(title).matches()) {
            return 0;
        }
        boolean atEnd = overrides || ending > 0 || words > 0 && last > 0 || isMinutes;
        return (atEnd ? AT_END : 0) + (decides && words > 0 ? DECIDES : 0) + ending * 20 + named * 5 + words;
    }

    private static int longest(List<String> names, String title, boolean atEnd) {
        return names.stream()
                .filter(name -> atEnd ? title.endsWith(name) : title.contains(name))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** The number of characters of a title that a pattern spells out. */
    private static int words(TitlePattern pattern, String title) {
        return parts(pattern).stream()
                .mapToInt(part -> longest(List.of(part.split("\\|")), title, false))
                .sum();
    }

    private static int lastWord(TitlePattern pattern, String title) {
        List<String> parts = parts(pattern);
        return parts.isEmpty() ? 0 : longest(List.of(parts.get(parts.size() - 1).split("\\|")), title, true);
    }

    private static List<String> parts(TitlePattern pattern) {
        return Pattern.compile("…+|〈[^〉]*〉|YYYY|(?<![A-Za-z])[NMD](?![A-Za-z])|[\\[\\]/]")
                .splitAsStream(pattern.typed())
                .filter(part -> !part.isBlank())
                .toList();
    }
}
