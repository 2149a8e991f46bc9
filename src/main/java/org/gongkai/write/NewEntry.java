package org.gongkai.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.HeaderContext;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.NextStage;
import org.gongkai.text.DateText;
import org.gongkai.write.form.ApprovalStepText;
import org.gongkai.write.form.EntryPresets;
import org.gongkai.write.form.EntryPresets.NewStage;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.YamlText;
import org.gongkai.write.record.DraftRecords;

/**
 * A new entry to be filled in. Its header has only what cannot be left out, in short forms; its body has the parts that
 * the kind prescribes.
 *
 * @param kind its kind
 * @param name the name by which the kind was requested
 * @param title its title, if known
 * @param number its index number, if it has one
 * @param column its column
 * @param defaults what it takes over from the site on its publication day
 * @param context what its header means
 * @param records what the records of the site say for it, if its kind asks for that
 */
public record NewEntry(
        Kind kind,
        String name,
        Optional<String> title,
        Optional<String> number,
        String column,
        EntryPresets defaults,
        HeaderContext context,
        Optional<DraftRecords> records) {

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern PAPER = Pattern.compile("(.*)(通知|公告|通报|报告|决议|公示)");

    /** Returns true if entries of a kind have an index number. */
    public static boolean isNumbered(Kind kind) {
        return !kind.name().equals(Kinds.DEFAULT);
    }

    /** Returns the content of the file. */
    public String text() {
        LocalDate day = defaults.day();
        YamlText yaml = new YamlText(new YamlReader());
        String words = title.orElseGet(() -> sampleTitle(
                // From November on plans are made for the next year.
                day.plusMonths(kind.name().endsWith("计划") ? 2 : 0).getYear()));
        List<String> lines = new ArrayList<>(List.of("---"));
        lines.add(line(yaml, CommonField.TITLE, words));
        number.ifPresent(given -> lines.add(line(yaml, CommonField.NUMBER, given)));
        Kind procedure = procedure(words);
        lines.add(
                procedure == kind
                        ? line(yaml, CommonField.KIND, name)
                        : CommonField.KIND.label() + ": [" + name + ", " + procedure.name() + "]");
        if (!column.equals(kind.listing().column())) {
            lines.add(line(yaml, CommonField.CATEGORY, column));
        }
        lines.add(line(yaml, CommonField.DATE, day.toString()));
        if (kind.isOpen()) {
            String scope = defaults.scope(kind, column);
            if (!scope.equals(defaults.site().scope())) {
                lines.add(line(yaml, CommonField.SCOPE, scope));
            }
            String publisher = defaults.publisher(kind, column);
            if (publisher.isEmpty() || !publisher.equals(defaults.site().publisher())) {
                lines.add(line(yaml, CommonField.PUBLISHER, publisher));
            }
        }
        lines.addAll(
                new NewFields(kind, procedure, words, column, defaults, yaml, records).lines(day, context.calendar()));
        if (kind.isOpen()) {
            lines.add("# 发布前写上谁在哪天审查和批准，如 " + person(CommonField.SECRECY_REVIEW, "宣传委员") + "，审批写 "
                    + person(CommonField.APPROVAL, "支部书记") + "；再把草稿改成已发布。");
            lines.add(CommonField.SECRECY_REVIEW.label() + ":");
            lines.add(CommonField.APPROVAL.label() + ":");
        }
        lines.add(line(yaml, CommonField.STATUS, PublicationReader.DRAFT.get(0)));
        lines.add("---");
        Optional<Entry> draft = records.isPresent() ? entry(String.join("\n", lines) + "\n") : Optional.empty();
        String stage = defaults.stage(kind, words).map(NewStage::name).orElse("");
        List<Kind.Section> sections = kind.drafting().sections().stream()
                .filter(section -> section.isOf(stage))
                .toList();
        lines.addAll(NewBody.lines(sections, section -> Stream.concat(
                        section.text().isEmpty() ? Stream.empty() : Stream.of("", filled(section.text(), words, lines)),
                        draft.stream().flatMap(entry -> records.get().lines(section, entry).stream()))
                .toList()));
        return String.join("\n", lines) + "\n";
    }

    /** Returns the kind whose procedure waits for the stage that the title of a 公示 names, else that of the entry. */
    private Kind procedure(String words) {
        return context.kinds().all().stream()
                .filter(other -> kind.demands().notice().isPresent()
                        && kind.field(NextStage.STAGE).isEmpty()
                        && NextStage.named(other, words).isPresent()
                        && defaults.stage(other, words)
                                .flatMap(NewStage::before)
                                .isPresent())
                .findFirst()
                .orElse(kind);
    }

    /** Returns the beginning of a part with what the header says and the records say for {@code 〈同志〉} and others. */
    private String filled(String text, String words, List<String> header) {
        String period = CommonField.NOTICE.label() + ": ";
        return text.replace("〈同志〉", EntryFacts.personIn(words).orElse("（在这里写姓名）"))
                .replace("〈支部〉", defaults.publisher(kind, column))
                .replace(
                        "〈届满日〉",
                        NextStage.endOfTerm(
                                        defaults.day(),
                                        defaults.config().data().organisation(),
                                        defaults.entries().stream())
                                .map(DateText::chinese)
                                .orElse("（在这里写哪一天）"))
                .replace(
                        "〈公示期〉",
                        header.stream()
                                .filter(line -> line.startsWith(period))
                                .map(line -> ISO_DAY.matcher(line.substring(period.length()))
                                        .replaceAll(day -> DateText.chinese(LocalDate.parse(day.group())))
                                        .replace(" 至 ", "至"))
                                .findFirst()
                                .orElse("（在这里写公示期）"));
    }

    /** The entry that a header makes, as of which records count. */
    private Optional<Entry> entry(String header) {
        return new EntryReader(new HeaderParser(new YamlReader()), context, EntryReader.Strictness.STRICT)
                .read(new SourceFile("content/draft.md", header.length()), header, problem -> {});
    }

    private String person(CommonField step, String usual) {
        String person = defaults.person(step, kind, column);
        FormValue text = new ApprovalStepText(
                        person.isEmpty() ? usual : person, defaults.day().toString())
                .written(step);
        return text instanceof FormValue.Words words ? words.text() : usual + " " + defaults.day();
    }

    private static String line(YamlText yaml, CommonField field, String value) {
        return (field.label() + ": " + yaml.text(value)).stripTrailing();
    }

    /** Returns a sample title to be edited. */
    private String sampleTitle(int year) {
        Matcher paper = PAPER.matcher(kind.name());
        String words = kind.name();
        if (paper.matches()) {
            words = "关于" + (paper.group(1).isEmpty() ? "某项工作" : paper.group(1)) + "的" + paper.group(2);
        }
        String sample = year + "年" + words + "（请改标题）";
        return kind.demands()
                .title()
                .filter(asked -> !asked.matches(sample))
                .map(TitlePattern::example)
                .filter(example -> !example.isEmpty())
                .orElse(sample);
    }

    /** The body of a new entry: headings and marked blanks. An entry in which a blank is left cannot be published. */
    private static final class NewBody {

        private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

        /**
         * Returns the lines below the header.
         *
         * @param told the lines with what is known of a section
         */
        static List<String> lines(List<Kind.Section> sections, Function<Kind.Section, List<String>> told) {
            if (sections.isEmpty()) {
                return List.of("", "（在这里写正文。）");
            }
            List<String> lines = new ArrayList<>();
            int headings = 0;
            for (Kind.Section section : sections) {
                if (!section.heading().isEmpty()) {
                    String number = headings < NUMERALS.length ? NUMERALS[headings] + "、" : "";
                    lines.addAll(List.of("", "## " + number + section.heading()));
                    headings++;
                }
                lines.addAll(told.apply(section));
                String hint = section.hint().isEmpty() && section.text().isEmpty() ? section.heading() : section.hint();
                if (!hint.isEmpty()) {
                    lines.addAll(List.of("", "（在这里写" + hint + "。）"));
                }
            }
            return lines;
        }
    }

    /**
     * A draft for a site, with its index number, the column that the site has for its kind, and its place.
     *
     * @param folder its folder below {@code content}
     * @param name its file name without an extension, which may be taken
     * @param text its content
     * @param numbered whether it has an index number, if entries of its kind have one
     */
    public record NewDraft(Path folder, String name, String text, boolean numbered) {

        /**
         * Makes a draft.
         *
         * @param site the settings and entries of the site
         * @param kind its kind
         * @param kindName the name by which the kind was requested
         * @param title its title, if known; line breaks and repeated blanks become single ones
         * @param day the publication day
         */
        public static NewDraft of(SiteHeaders site, Kind kind, String kindName, Optional<String> title, LocalDate day) {
            EntryPresets defaults = new EntryPresets(site.config(), site.entries(), day);
            String column = defaults.column(kind);
            Optional<String> words = title.map(
                            typed -> typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                    .filter(typed -> !typed.isEmpty());
            Optional<String> number = Optional.of(site.config().branch().code())
                    .filter(code -> NewEntry.isNumbered(kind) && !code.isEmpty())
                    .map(code -> new IndexNumbers(code, site.entries(), site.unread(), site.previousNumbers())
                            .next(day.getYear()));
            String file = TitleFileName.of(words.orElse(kind.name()));
            String name = TitleFileName.of(column);
            Path folder = Path.of(name.isEmpty() ? "条目" : name, String.valueOf(day.getYear()));
            // Another name of the kind may say of which period it tells, as 半年总结 does.
            Optional<DraftRecords> records = DraftRecords.of(site, kind, words.orElse("") + kindName, day, folder);
            String text =
                    new NewEntry(kind, kindName, words, number, column, defaults, site.headerContext(), records).text();
            return new NewDraft(
                    folder,
                    file.isEmpty() ? kind.name() : file,
                    text,
                    number.isPresent() || !NewEntry.isNumbered(kind));
        }

        /**
         * Writes the file, with a number after its name if the name is taken.
         *
         * @param root the root of the site
         * @return the path of the file
         * @throws IOException if it cannot be written
         */
        public Path write(Path root) throws IOException {
            return TitleFileName.writeNew(root.resolve("content").resolve(folder), name, text);
        }
    }
}
