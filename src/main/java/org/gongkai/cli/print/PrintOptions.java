package org.gongkai.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.read.SiteSource;
import org.gongkai.cli.option.DayConverter;
import org.gongkai.cli.option.OutputFileCheck;
import org.gongkai.cli.option.OutputFolderCheck;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.SpecialOutputCheck;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.SourceErrors;
import org.gongkai.cli.text.Terminal;
import org.gongkai.problem.Problem;
import org.gongkai.publish.print.BrowserFailure;
import org.gongkai.publish.print.ChromiumFinder;
import org.gongkai.publish.print.SitePrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is printed from, and where to. */
@Command
public final class PrintOptions {

    private static final int FAILED = 3;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "文件",
            description = "写成哪个文件，如 通知.pdf；已有的文件会被换掉")
    private Path output;

    @Mixin
    private SiteOption source;

    @Option(names = "--rev", paramLabel = "提交", description = "按 git 仓库里的这个提交打印，不看文件夹里的改动；裸仓库也可以")
    private String revision;

    @Option(names = "--audience", paramLabel = "名称", description = "打印这个公开对象看到的网页（默认：站点设置里的第一个）")
    private String audience;

    @Option(names = "--as-of", paramLabel = "年-月-日", converter = DayConverter.class, description = "按这一天的日期打印（默认：今天）")
    private LocalDate asOf;

    @Option(names = "--drafts", description = "也能打印草稿和未到发布日期的条目，供送审；不要张贴")
    private boolean drafts;

    @Mixin
    private ProblemOptions problems;

    /**
     * Prints pages.
     *
     * @param typed addresses of pages, and sources of entries
     * @param environment the environment, which may name the browser
     * @return the exit status
     * @throws WrongUsage if the file cannot be written there
     * @throws IOException if a file cannot be read or written
     */
    int print(List<String> typed, Terminal terminal, Clock clock, Map<String, String> environment) throws IOException {
        SpecialOutputCheck.refuse(audience);
        Path root = source.root(revision);
        Path target = OutputFileCheck.of(output);
        OutputFolderCheck.refuse(root, target);
        try (SiteSource site = SiteSource.open(root, Optional.ofNullable(revision));
                ProgressLine progress = new ProgressLine(terminal, clock)) {
            Path browser = new ChromiumFinder(System.getProperty("os.name"), environment).find();
            SitePrinter.Result result = new SitePrinter(ProgramVersion.text(), clock, progress, browser)
                    .print(
                            BuildRequest.of(root)
                                    .revision(Optional.ofNullable(revision))
                                    .asOf(Optional.ofNullable(asOf))
                                    .audience(Optional.ofNullable(audience))
                                    .drafts(drafts),
                            site,
                            typed,
                            target);
            progress.close();
            if (!result.succeeded()) {
                report(result, terminal, site);
                return 1;
            }
            terminal.out().println("已写成 " + target + "：" + result.pages().size() + " 个网页，" + result.sheets() + " 页纸");
            return 0;
        } catch (BrowserFailure e) {
            terminal.err().println(e.getMessage() + "。");
            return FAILED;
        }
    }

    private void report(SitePrinter.Result result, Terminal terminal, SiteSource site) {
        List<Problem> errors =
                result.problems().stream().filter(Problem::isError).toList();
        new SourceErrors(terminal, site)
                .print(
                        errors,
                        problems.shown(errors, ShownProblems.DEFAULT_LIMIT),
                        "加上 --all 就全部列出。",
                        "改好以后才能打印；没有写 PDF 文件。");
    }
}
