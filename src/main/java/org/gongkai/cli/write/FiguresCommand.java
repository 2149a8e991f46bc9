package org.gongkai.cli.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.feature.register.FiguresQuery;
import org.gongkai.feature.register.FiguresQuery.Text;
import org.gongkai.feature.register.count.SiteCounts;
import org.gongkai.history.git.SourceLock;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.DurableFile;
import org.gongkai.io.Json;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SiteQuery;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.render.page.EntryCountQuestions;
import org.gongkai.render.page.EntryCountQuestions.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code figures}: lists the questions of texts with their figures, and writes the figures into the texts. */
@Command(name = "figures", description = "列出正文里的计数和合计：写的数，按现在的记录是多少；--write 把数写进正文，文件的其余部分一个字节也不动。")
public final class FiguresCommand extends ReportingCommand {

    private static final Pattern INCLUDED = Pattern.compile("include::([^\\[]{1,500})\\[");

    @Parameters(paramLabel = "文件", arity = "0..*", description = "条目的源文件，如 content/总结/半年.md（默认：全部条目）")
    private List<String> files = new ArrayList<>();

    @Option(names = "--write", description = "把数写进正文：写明文件的，全部按现在的记录写；不写文件的，已审批的只补还没有写的数，还没有审批的全部写，不用审批的文种不写")
    private boolean write;

    @Option(names = "--as-published", description = "写发布时（改过的，最近一次审批后发布时）网页上的数，只写已审批的；从前发布的条目用一次")
    private boolean published;

    @Mixin
    private SiteOption source;

    @Override
    protected int run() throws IOException {
        if (published && !write) {
            throw new WrongUsage("--as-published 要和 --write 一起写");
        }
        if (write && isJson()) {
            throw new WrongUsage("--json 只用来列出，不和 --write 一起写");
        }
        Path root = source.ownRoot();
        if (!write) {
            return figures(root);
        }
        try (Closeable held = SourceLock.of(root).acquire()) {
            return figures(root);
        }
    }

    private int figures(Path root) throws IOException {
        BuildRequest request = source.request(root);
        FiguresQuery query = new FiguresQuery(new SiteQuery(clock, context.shared()), request);
        try (SiteSource site = SiteSource.open(request)) {
            FiguresQuery.Result now = query.now(site);
            if (!now.errors().isEmpty() && write) {
                ShownProblems.of(now.errors(), ShownProblems.DEFAULT_LIMIT)
                        .print(terminal, "用 check --all 可以全部列出。", "改好以后才能写数。");
                return 1;
            }
            List<Text> texts = named(root, now.texts());
            result(FiguresReport.of(texts));
            if (isJson()) {
                return 0;
            }
            if (!write) {
                texts.forEach(this::list);
                terminal.note(sentence(texts));
                return 0;
            }
            int written = 0;
            int left = 0;
            for (Text text : texts) {
                List<Asked> wanted = wanted(text);
                if (!wanted.isEmpty()) {
                    List<Asked> ready = published
                            ? query.asPublished(site, with(text, wanted))
                                    .figures()
                                    .asked()
                            : wanted;
                    int done = write(root, with(text, ready));
                    written += done;
                    left += (int) ready.stream().filter(Asked::isChanged).count() - done;
                }
            }
            terminal.note(
                    (written == 0 ? "没有要写的数" : "写了 " + written + " 处") + (left > 0 ? "；" + left + " 处要手工写。" : "。"));
            return left > 0 ? 1 : 0;
        }
    }

    /** The texts that were named, or all. */
    private List<Text> named(Path root, List<Text> texts) {
        List<String> paths = new ArrayList<>();
        for (String file : files) {
            Path typed = Path.of(file).toAbsolutePath().normalize();
            Path place = Files.exists(typed) ? typed : root.resolve(file).normalize();
            if (!Files.isRegularFile(place) || !place.startsWith(root)) {
                throw new WrongUsage("没有这个条目：" + file);
            }
            paths.add(root.relativize(place).toString().replace('\\', '/'));
        }
        return texts.stream()
                .filter(text -> paths.isEmpty() || paths.contains(text.entry().path()))
                .toList();
    }

    /** The questions whose figures are to be written, if they are not as they should be. */
    private List<Asked> wanted(Text text) {
        Entry entry = text.entry();
        boolean isNamed = !files.isEmpty();
        if (published && !entry.isApproved()
                || !isNamed && entry.kinds().stream().noneMatch(Kind::isOpen)) {
            return List.of();
        }
        return text.figures().asked().stream()
                .filter(asked -> isNamed || !SiteCounts.isSigned(entry) || !asked.isWritten())
                .filter(asked -> published || asked.isChanged())
                .toList();
    }

    private static Text with(Text text, List<Asked> asked) {
        return new Text(text.entry(), text.text(), EntryCountQuestions.of(asked));
    }

    /** Writes figures into a file; returns how many. */
    private int write(Path root, Text text) throws IOException {
        String path = text.entry().path();
        List<Asked> changed =
                text.figures().asked().stream().filter(Asked::isChanged).toList();
        Path file = SiteSource.place(root, path);
        byte[] before = Files.readAllBytes(file);
        List<Asked> done = new ArrayList<>();
        Optional<byte[]> bytes = encoded(path, before, text.text(), changed, done);
        boolean isWritten = bytes.isPresent()
                && (done.isEmpty() || DurableFile.replace(file, now -> Arrays.equals(now, before), bytes.get()));
        for (Asked asked : changed) {
            terminal.print(path + ":" + asked.line() + "："
                    + (isWritten && done.contains(asked)
                            ? ""
                            : isWritten
                                    ? "没有写，它" + place(text, asked) + "；请手工写成 "
                                    : "没有写，文件刚刚有别的程序改过，或者不是 UTF-8；请手工写成 ")
                    + asked.answer().written());
        }
        return isWritten ? done.size() : 0;
    }

    /** Where a question stands that is not written: in the file that its line includes, or in this one. */
    private static String place(Text text, Asked asked) {
        Matcher included = INCLUDED.matcher(
                text.text().lines().skip(asked.line() - 1).findFirst().orElse(""));
        return included.lookingAt()
                ? "在包含的文件 "
                        + Path.of(text.entry().path())
                                .resolveSibling(included.group(1))
                                .normalize()
                                .toString()
                                .replace('\\', '/')
                        + " 里"
                : "的写法特别";
    }

    /** The bytes of a file with figures; empty if it is not UTF-8, or no longer that of the text. */
    private static Optional<byte[]> encoded(
            String path, byte[] before, String text, List<Asked> figures, List<Asked> done) {
        String typed = new String(before, StandardCharsets.UTF_8);
        boolean isRead = new TextDecoder().decode(path, before, problem -> {}).equals(Optional.of(text));
        return isRead && Arrays.equals(typed.getBytes(StandardCharsets.UTF_8), before)
                ? Optional.of(
                        EntryCountQuestions.written(typed, figures, done::add).getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private void list(Text text) {
        for (Asked asked : text.figures().asked()) {
            terminal.print(text.entry().path() + ":" + asked.line() + "：" + asked.typed() + " " + state(text, asked));
        }
    }

    /**
     * The questions for programs, with the problems of the same form as those of a check.
     *
     * @param entries how many texts ask anything
     * @param figures each with the number that stands beside it, and how it is written now
     */
    private record FiguresReport(List<Problem> problems, int entries, List<Object> figures) {

        static FiguresReport of(List<Text> texts) {
            List<Problem> problems = new ArrayList<>();
            List<Object> figures = new ArrayList<>();
            for (Text text : texts) {
                for (Asked asked : text.figures().asked()) {
                    asked.answer()
                            .mistake()
                            .map(it -> it.of(text.entry(), asked.typed(), asked.line(), asked.column()))
                            .ifPresent(problems::add);
                    figures.add(Json.fields(
                            "path", text.entry().path(),
                            "line", asked.line(),
                            "column", asked.column(),
                            "typed", asked.typed(),
                            "figure", Optional.of(asked.answer().figure()).filter(it -> !it.isEmpty()),
                            "written", asked.answer().written(),
                            "approved", text.entry().isApproved()));
                }
            }
            return new FiguresReport(problems, texts.size(), figures);
        }
    }

    private static String state(Text text, Asked asked) {
        return asked.answer()
                .mistake()
                .map(mistake -> mistake.message().replace("“" + asked.typed() + "”", ""))
                .orElse(asked.isWritten() ? "与现在的记录一致" : "现在是" + asked.answer().shown());
    }

    private static String sentence(List<Text> texts) {
        List<Asked> all =
                texts.stream().flatMap(text -> text.figures().asked().stream()).toList();
        long written = all.stream().filter(Asked::isWritten).count();
        long others = all.stream()
                .filter(asked -> asked.answer().mistake().isPresent())
                .count();
        return all.isEmpty()
                ? "正文里没有计数和合计。"
                : texts.size() + " 个条目里有 " + all.size() + " 处，写了数的 " + written + " 处，"
                        + (others == 0 ? "没有要改的。" : "要看的 " + others + " 处。");
    }
}
