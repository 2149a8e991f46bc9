package org.gongkai.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.StateOptions;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.feature.register.model.Register;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.print.ChromiumFinder;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;
import org.gongkai.publish.print.SitePrinter;
import org.gongkai.publish.print.SitePrinter.PrintRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code print}: prints pages of the site into a PDF. */
@Command(
        name = "print",
        description = "把条目印成公文，或者打印网页，成一个 PDF 文件或者 OFD 文件。排版用这台电脑上的浏览器（Chromium、Chrome、Edge 或 360），不用网络；不生成站点。")
public final class PrintCommand extends ReportingCommand {

    private static final String WALL = "wall";
    private static final int FAILED = 3;

    @Parameters(
            paramLabel = "网址或文件",
            arity = "1..*",
            description =
                    "条目的源文件，如 content/通知/开会.md，或者从站点首页算起的网址，如 notices/2024/a.html：条目印成公文，别的网页照原样印。写 wall 是公开栏张贴稿（A3）。可以写几个，依次打印")
    private List<String> pages;

    @Option(
            names = "--month",
            paramLabel = "年-月",
            converter = MonthConverter.class,
            description = "打印哪一个月的公开栏张贴稿，和 wall 一起用，如 print wall --month 2025-03")
    private YearMonth month;

    @Option(names = "--web", description = "条目也照网页打印，带网址和二维码，不印成公文")
    private boolean web;

    @Option(names = "--ofd", description = "写成 OFD（GB/T 33190），不写成 PDF；字体只写名称，文件里不带")
    private boolean ofd;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "文件",
            description = "写成哪个文件，如 通知.pdf；已有的文件会被换掉")
    private Path output;

    @Mixin
    private StateOptions state;

    @Option(names = "--audience", paramLabel = "名称", description = "打印这个公开对象看到的网页（默认：站点设置里的第一个）")
    private String audience;

    @Option(names = "--drafts", description = "也能打印草稿和未到发布日期的条目，供送审；不要张贴")
    private boolean drafts;

    @Mixin
    private ProblemOptions problems;

    @Override
    protected int run() throws IOException {
        PrintRequest wanted = wanted();
        OutputCheck.refuseSpecial(audience);
        Path target = OutputCheck.file(output);
        BuildRequest request = state.request();
        OutputCheck.refuse(request, target);
        try (SiteSource site = SiteSource.open(request);
                ProgressLine progress = new ProgressLine(terminal, clock)) {
            Path browser = new ChromiumFinder(System.getProperty("os.name"), context.environment()).find();
            SitePrinter.Result result = new SitePrinter(
                            ProgramRevision.ofProgram().number(), clock, context.shared(), progress, browser)
                    .print(request.audience(Optional.ofNullable(audience)).drafts(drafts), site, wanted, target);
            progress.close();
            if (problems.printErrors(result.problems(), terminal, "改好以后才能打印；没有写文件。")) {
                return 1;
            }
            done("file", target, "pages", result.pages().size(), "sheets", result.sheets());
            terminal.print("已写成 " + target + "：" + result.pages().size() + " 个网页，" + result.sheets() + " 页纸");
            return ended(0);
        } catch (BrowserFailure e) {
            terminal.note(e.getMessage() + "。");
            return FAILED;
        }
    }

    private PrintRequest wanted() {
        if (pages.contains(WALL) && month == null) {
            throw new WrongUsage("请用 --month 写明打印哪一个月的公开栏张贴稿，如 --month 2025-03");
        }
        if (!pages.contains(WALL) && month != null) {
            throw new WrongUsage("--month 只和 wall 一起用，如 print wall --month " + month);
        }
        return new PrintRequest(
                pages.stream()
                        .map(page -> page.equals(WALL) ? Register.wallSheet(month) : page)
                        .toList(),
                web,
                ofd);
    }

    /** Parses a month. */
    static final class MonthConverter implements ITypeConverter<YearMonth> {

        @Override
        public YearMonth convert(String value) {
            if (!value.matches("\\d{4}-(?:0[1-9]|1[0-2])")) {
                throw new IllegalArgumentException("请写成 2025-03 这样的月份");
            }
            return YearMonth.parse(value);
        }
    }
}
