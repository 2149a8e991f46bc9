package org.gongkai.check.approval;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.text.FullWidth;

/**
 * What an approval covers of one state of an entry: its facts and its body, line by line. Blanks, ends of lines, the
 * width of characters and comments are no part of it.
 */
public record ApprovedText(List<Line> lines) {

    /** The number of changes that are quoted. */
    private static final int QUOTED = 3;

    /** Length of a quotation, and how much of it stands before the first difference. */
    private static final int LONGEST = 30;

    private static final int BEFORE = 10;

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.{0,20000}?-->|(?m)^//(?!/).*$");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");
    private static final Pattern RULE = Pattern.compile("-{3,}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,:/-][0-9]+)*");

    /** A count in braces, of which the approval of an old entry may not have written the number yet. */
    private static final Pattern COUNT = Pattern.compile("\\{{1,2}[^{}]{1,300}(?=\\}{1,2})");

    /** What begins the note of a correction, the fields in which regulations say it, and how many lines it may have. */
    private static final Pattern CORRECTION = Pattern.compile("更正|订正|勘误|修订|^版本:");

    private static final String REVISION = "(?:修订说明|版本):.+";
    private static final int NOTE = 3;

    private static final Pattern DAY =
            Pattern.compile("(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号]|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}");
    private static final Pattern NO_REASON = Pattern.compile(CORRECTION + "|" + DAY + "|[^\\p{L}]+");

    /**
     * A line.
     *
     * @param shown as it stands in the file
     * @param plain what is compared
     */
    private record Line(String shown, String plain) {

        static Line of(String text) {
            String narrow = BLANK.matcher(FullWidth.narrow(text)).replaceAll("");
            return new Line(text.strip(), RULE.matcher(narrow).replaceAll("---"));
        }
    }

    /**
     * Returns what is covered of an entry.
     *
     * @param text the content of its file
     */
    public static ApprovedText of(Entry entry, String text) {
        Coverage coverage = Coverage.read();
        List<Line> lines = new ArrayList<>();
        coverage.facts(entry).forEach(fact -> lines.add(Line.of(fact)));
        // The header of an AsciiDoc document is part of its markup, and ends at the first blank line.
        boolean isHeaded = entry.source().bodyLine() == 1
                && HeaderParser.isAsciiDoc(entry.source().file().ending());
        String body = text.lines()
                .skip(entry.source().bodyLine() - 1L)
                .dropWhile(line -> isHeaded && !line.isBlank())
                .collect(Collectors.joining("\n"));
        COMMENT.matcher(body).replaceAll("").lines().map(Line::of).forEach(lines::add);
        lines.removeIf(line -> line.plain().isEmpty());
        return new ApprovedText(List.copyOf(lines));
    }

    /**
     * Who approved an entry and when, however it is written; the time tells two approvals of one day apart. Empty if
     * it does not say so, be it of a kind that need not.
     */
    public static String approval(Entry entry) {
        return entry.approval().map(step -> step.identity().strip()).orElse("");
    }

    /** Who reviewed an entry for secrecy and when; empty if it does not say so. */
    public static Optional<ApprovalStep> review(Entry entry) {
        return Optional.ofNullable(entry.values().get(CommonField.SECRECY_REVIEW))
                .map(value -> ApprovalStep.of(value, "审查人", "reviewer"));
    }

    /** Whether one state of an entry was approved after another: on a later day, or at a later time of the same. */
    public static boolean isApprovedLater(Entry one, Entry other) {
        Optional<LocalDateTime> time = one.approval().flatMap(ApprovalStep::moment);
        Optional<LocalDateTime> before = other.approval().flatMap(ApprovalStep::moment);
        return time.isPresent() && (before.isEmpty() || time.get().isAfter(before.get()));
    }

    /**
     * Tells what a later state changes, apart from the typing errors that it states; empty if nothing.
     *
     * @param errata the typing errors
     */
    public Optional<String> changes(ApprovedText now, List<Erratum> errata) {
        String before = plain(this, List.of());
        String after = withoutLaterCounts(before, plain(now, List.of()));
        // A mark between two numbers may be corrected only as long as they remain the same numbers.
        List<Erratum> allowed = numbers(before).equals(numbers(after)) ? errata : List.of();
        if (corrected(before, allowed).equals(corrected(after, allowed))) {
            return Optional.empty();
        }
        List<Line> signed = now.lines.stream()
                .map(line -> new Line(line.shown(), withoutLaterCounts(before, line.plain())))
                .toList();
        return Optional.of(difference(lines, signed, errata));
    }

    /** Whether a later state says in lines of its own on which day it was corrected, and why. */
    public boolean isCorrected(ApprovedText now) {
        List<String> added =
                without(now.lines, lines, List.of()).stream().map(Line::plain).toList();
        return IntStream.range(0, added.size())
                .filter(i -> CORRECTION.matcher(added.get(i)).find())
                .mapToObj(i -> String.join("", added.subList(i, Math.min(i + NOTE, added.size()))))
                .anyMatch(note -> note.matches(REVISION)
                        || DAY.matcher(note).find()
                                && NO_REASON.matcher(note).replaceAll("").length() > 1);
    }

    /** Whether two states are the same. */
    public boolean isSame(ApprovedText other) {
        return plain(this, List.of()).equals(plain(other, List.of()));
    }

    /** This text with the numbers that a later state wrote beside its counts; itself if that changed anything else. */
    public ApprovedText withCounts(Supplier<ApprovedText> later) {
        String plain = plain(this, List.of());
        if (!COUNT.matcher(plain).find()) {
            return this;
        }
        ApprovedText written = later.get();
        return withoutLaterCounts(plain, plain(written, List.of())).equals(plain) ? written : this;
    }

    private static String plain(ApprovedText text, List<Erratum> errata) {
        return text.lines.stream().map(line -> corrected(line.plain(), errata)).collect(Collectors.joining());
    }

    private static String corrected(String line, List<Erratum> errata) {
        String corrected = line;
        for (Erratum erratum : errata) {
            String wrong = Line.of(erratum.wrong()).plain();
            String right = Line.of(erratum.right()).plain();
            // Characters that were missing: the wrong words are a part of the right ones.
            corrected = (right.contains(wrong) ? corrected.replace(right, wrong) : corrected).replace(wrong, right);
        }
        return corrected;
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(found -> found.group()).toList();
    }

    /** Numbers that were written beside counts of the approved text are what pages showed before. */
    private static String withoutLaterCounts(String before, String after) {
        String without = after;
        Matcher counts = COUNT.matcher(before);
        while (counts.find() && !without.equals(before)) {
            without = Pattern.compile(Pattern.quote(counts.group()) + "=[^{}=]*(?=\\})")
                    .matcher(without)
                    .replaceAll(Matcher.quoteReplacement(counts.group()));
        }
        return without;
    }

    private static String difference(List<Line> before, List<Line> now, List<Erratum> errata) {
        List<Line> removed = without(before, now, errata);
        List<Line> added = without(now, before, errata);
        List<String> quoted = new ArrayList<>();
        for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
            String old = i < removed.size() ? removed.get(i).shown() : "";
            String fresh = i < added.size() ? added.get(i).shown() : "";
            if (old.isEmpty() || fresh.isEmpty()) {
                quoted.add((old.isEmpty() ? "加上" : "删去") + "“" + part(old + fresh, 0) + "”");
            } else {
                int same = 0;
                while (same < Math.min(old.length(), fresh.length()) && old.charAt(same) == fresh.charAt(same)) {
                    same++;
                }
                quoted.add("“" + part(old, same) + "”改成“" + part(fresh, same) + "”");
            }
        }
        String more = quoted.size() > QUOTED ? "，一共" + quoted.size() + "处" : "";
        return quoted.isEmpty() ? "改动了先后次序" : quoted.stream().limit(QUOTED).collect(Collectors.joining("；")) + more;
    }

    private static List<Line> without(List<Line> lines, List<Line> others, List<Erratum> errata) {
        List<String> left = new ArrayList<>(
                others.stream().map(line -> corrected(line.plain(), errata)).toList());
        return lines.stream()
                .filter(line -> !left.remove(corrected(line.plain(), errata)))
                .toList();
    }

    private static String part(String line, int difference) {
        int from = line.length() <= LONGEST ? 0 : Math.max(0, Math.min(difference - BEFORE, line.length() - LONGEST));
        int to = Math.min(line.length(), from + LONGEST);
        return (from > 0 ? "……" : "") + line.substring(from, to) + (to < line.length() ? "……" : "");
    }

    /**
     * Which fields an approval covers.
     *
     * @param common the names of the common fields
     * @param progress the ends of names of fields that report progress
     */
    @Key.Group("")
    private record Coverage(@Key("字段") List<String> common, @Key("进展") List<String> progress) {

        static Coverage read() {
            return Binder.ofResources()
                    .group(Coverage.class, Optional.of(new YamlReader().resource(ApprovedText.class, "covered.yml")))
                    .orElseThrow();
        }

        List<String> facts(Entry entry) {
            List<String> facts = new ArrayList<>();
            for (String name : common) {
                CommonField field = CommonField.named(name).orElseThrow();
                Value value = entry.values().get(field);
                if (value != null) {
                    facts.addAll(lines(name, fact(entry, field, value)));
                }
            }
            entry.own().stream()
                    .filter(own -> !isProgress(own.spec().name()))
                    .sorted(Comparator.comparing(own -> own.spec().name()))
                    .forEach(own -> facts.addAll(lines(own.spec().name(), text(own.value()))));
            return facts;
        }

        private static List<String> lines(String name, String fact) {
            return fact.lines().map(line -> name + "：" + line).toList();
        }

        /** The same fact has the same text, whichever way it is written. */
        private String fact(Entry entry, CommonField field, Value value) {
            return switch (field) {
                case SIGNED -> entry.dates().signed().map(String::valueOf).orElse("");
                case NOTICE ->
                    entry.notice()
                            .map(notice -> notice.from() + "至" + notice.to())
                            .orElse("");
                case ATTACHMENTS ->
                    entry.header().attachments().stream()
                            .map(one -> one.path().text().strip() + " " + one.label())
                            .collect(Collectors.joining("\n"));
                default -> text(value);
            };
        }

        private String text(Value value) {
            if (value instanceof Value.Text text) {
                return text.text();
            }
            if (value instanceof Value.Items items) {
                return items.items().stream().map(this::text).collect(Collectors.joining("\n"));
            }
            return ((Value.Fields) value)
                    .fields().stream()
                            .filter(field -> !isProgress(field.key().text()))
                            .map(field -> field.key().text() + " " + text(field.value()))
                            .collect(Collectors.joining("，"));
        }

        private boolean isProgress(String name) {
            return progress.stream().anyMatch(name::endsWith);
        }
    }
}
