package org.gongkai.check.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.text.ChineseNumeral;

/**
 * Compares the attachments in a header with those that the body lists after {@code 附件：} or contains below a line {@code
 * 附件1}.
 */
public final class AttachmentListRule implements EntryRule {

    private static final Pattern LIST = Pattern.compile("[\\s\u3000*]*附件\\s*[:：][\\s\u3000]*(.+)");
    private static final Pattern ITEM = Pattern.compile("[\\s\u3000*]*(\\d{1,2})\\s*[.．、]\\s*(.+)");
    private static final Pattern LABEL = Pattern.compile("[\\s\u3000#=*]*附件\\s*(\\d{0,2})\\s*[:：]?[\\s*]*");

    /** Where the attachments begin to be listed: what is numbered before are no attachments. */
    private static final Pattern NOTE = Pattern.compile("[\\s\u3000#=*.]*附件");

    private static final Pattern LABELLED = Pattern.compile("[\\s\u3000#=*]*附件\\s*(\\d{1,2})\\s*[:：.．、].*");

    /** A number of attachments, unless they are handed out and not on the page. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?:(?<=附件|附件共)|[共含]\\s*(?=.{1,2}[个份件]附件))([\\d一二两三四五六七八九])\\s*[个份件](?!组)" + "(?!.*(?:纸质|另[发附行]|领取|原件))");

    /** An attachment that is named by its number, and is none of another paper. */
    private static final Pattern NAMED =
            Pattern.compile("(?<=^[^《]{0,99}[^\\s《》的#=*])附件\\s*([2-9二三四五六七八九])(?![\\d:：．.、])");

    /** A title in the list of the body. */
    private record Title(int number, int line, int column, String text) implements Position {}

    @Override
    public void check(EntryText entry, Consumer<Problem> problems) {
        twice(entry.entry(), problems);
        if (!entry.text().contains("附件")) {
            return;
        }
        Set<Integer> labels = labels(entry);
        List<Title> titles = titles(entry.prose());
        Entry header = entry.entry();
        List<Title> strange = titles.stream()
                .filter(title -> !labels.contains(title.number()))
                .filter(title -> header.header().attachments().stream().noneMatch(it -> isSame(title.text(), it)))
                .toList();
        int labelled = 0;
        int last = 0;
        for (Prose line : entry.prose()) {
            Matcher label = LABELLED.matcher(line.text());
            if (label.matches()) {
                int number = Integer.parseInt(label.group(1));
                if (number > last + 1) {
                    String told = "附件" + number + "前面没有附件" + (last + 1);
                    problems.accept(Problem.warning("W378", header.path(), line.line(), 1, told, "请核对附件的序号"));
                }
                last = Math.max(last, number);
                labelled++;
            }
        }
        announced(entry, Math.max(labelled, Math.max(labels.size(), titles.size())), problems);
        List<Entry.Attachment> unlisted =
                new ArrayList<>(titles.isEmpty() ? List.of() : header.header().attachments());
        unlisted.removeIf(attachment -> titles.stream().anyMatch(title -> isSame(title.text(), attachment)));
        if (strange.size() == 1 && unlisted.size() == 1) {
            differ(header.path(), strange.get(0), unlisted.get(0), problems);
            return;
        }
        report(header.path(), strange, unlisted, problems);
    }

    /** If one of each is unmatched, they are probably meant to be the same. */
    private static void differ(String path, Title title, Entry.Attachment attachment, Consumer<Problem> problems) {
        problems.accept(Problem.warning(
                "W262",
                path,
                title,
                "正文列出的附件“" + title.text() + "”和文件头的“" + name(attachment) + "”名称不一致",
                "请让两处的名称一致；是两个附件的，两处都要写全"));
    }

    private static void report(
            String path, List<Title> strange, List<Entry.Attachment> unlisted, Consumer<Problem> problems) {
        for (Title title : strange) {
            problems.accept(
                    Problem.warning("W262", path, title, "正文列出的附件“" + title.text() + "”没有放进“附件”", "请放进“附件”，或让两处的名称一致"));
        }
        for (Entry.Attachment attachment : unlisted) {
            problems.accept(Problem.warning(
                    "W262",
                    path,
                    attachment.path(),
                    "附件“" + name(attachment) + "”没有列在正文的附件说明里",
                    "请在正文“附件：”后面写上它，或让两处的名称一致"));
        }
    }

    /** A number of attachments that the body names is that of those that are there, in whichever way. */
    private static void announced(EntryText entry, int listed, Consumer<Problem> problems) {
        int attached = entry.entry().header().attachments().size();
        int lines = (int) entry.prose().stream()
                .dropWhile(line -> !NOTE.matcher(line.text()).lookingAt())
                .filter(line -> LIST.matcher(line.text()).matches()
                        || ITEM.matcher(line.text()).matches())
                .count();
        for (Prose line : entry.prose()) {
            Matcher number = ANNOUNCED.matcher(line.text());
            if (line.text().contains("附件") && number.find()) {
                int said = ChineseNumeral.parse(number.group(1));
                if (said != listed && said != attached && said != listed + attached) {
                    String told = "正文里说有" + said + "个附件，列出的是" + Math.max(listed, attached) + "个";
                    problems.accept(Problem.warning(
                            "W323", entry.entry().path(), line.at(number.start(1), ""), told, "请核对数目，或补上缺的附件"));
                }
            }
            Matcher referred = NAMED.matcher(line.text());
            int most = lines > 0 ? Math.max(lines, Math.max(listed, attached)) : listed + attached;
            while (most > 0 && referred.find()) {
                if (ChineseNumeral.parse(referred.group(1)) > most) {
                    problems.accept(Problem.warning(
                            "W323",
                            entry.entry().path(),
                            line.at(referred.start(1), ""),
                            "正文里写着附件" + referred.group(1) + "，列出的附件只有" + most + "个",
                            "请核对附件的序号，或补上缺的附件"));
                }
            }
        }
    }

    private static void twice(Entry entry, Consumer<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (Entry.Attachment attachment : entry.header().attachments()) {
            String path = attachment.path().text().strip().replace('\\', '/').replaceFirst("^(\\./)+", "");
            if (!seen.add(Normalizer.normalize(path, Normalizer.Form.NFC))) {
                problems.accept(Problem.warning(
                        "W261",
                        entry.path(),
                        attachment.path(),
                        "附件“" + attachment.path().text() + "”列了两次",
                        "请删去多余的一处"));
            }
        }
    }

    /** Returns the numbers on lines that consist of 附件 and a number, below which an attachment is part of the body. */
    private static Set<Integer> labels(EntryText entry) {
        Set<Integer> labels = new HashSet<>();
        for (Prose prose : entry.prose()) {
            Matcher label = LABEL.matcher(prose.text());
            if (prose.text().contains("附件") && label.matches()) {
                labels.add(label.group(1).isEmpty() ? 1 : Integer.parseInt(label.group(1)));
            }
        }
        return labels;
    }

    private static List<Title> titles(List<Prose> prose) {
        List<Title> titles = new ArrayList<>();
        boolean listing = false;
        for (Prose line : prose) {
            Matcher list = LIST.matcher(line.text());
            Matcher item = ITEM.matcher(line.text());
            if (line.text().contains("附件") && list.matches()) {
                Matcher first = ITEM.matcher(list.group(1));
                listing = first.matches();
                int at = list.start(1) + (listing ? first.start(2) : 0);
                add(titles, line, at, listing ? first.group(2) : list.group(1));
            } else if (listing && item.matches()) {
                add(titles, line, item.start(2), item.group(2));
            } else if (!line.text().isBlank()) {
                listing = false;
            }
        }
        return titles;
    }

    /** Adds a title unless it is a link, which leads to its file. */
    private static void add(List<Title> titles, Prose line, int at, String text) {
        String title = text.strip().replaceFirst("[。；;，]+$", "").replaceAll("\\*+", "");
        if (!title.matches(".*(?:\\]\\(|link:|<a |(?<!意)见).*")) {
            titles.add(new Title(titles.size() + 1, line.line(), 1 + line.text().codePointCount(0, at), title));
        }
    }

    private static boolean isSame(String title, Entry.Attachment attachment) {
        String plain = plain(title);
        String label = plain(name(attachment));
        String file = attachment.path().text();
        String stem = plain(file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", ""));
        return List.of(label, stem).stream()
                .anyMatch(name -> !name.isEmpty() && (name.contains(plain) || plain.contains(name)));
    }

    private static String name(Entry.Attachment attachment) {
        String path = attachment.path().text();
        return attachment.label().isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : attachment.label();
    }

    private static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s《》“”\"()\\-_.]|^附件\\d*[:：]?", "");
    }
}
