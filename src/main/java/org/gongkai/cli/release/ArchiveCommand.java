package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.StateOptions;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.archive.InspectionCheckList;
import org.gongkai.publish.archive.YearArchive;
import org.gongkai.publish.archive.YearArchive.ListReader;
import org.gongkai.publish.print.ChromiumFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archive}: writes everything that was published for a year as one archive. */
@Command(name = "archive", description = "把一个年度公开的全部条目写成一个归档包（ZIP）：归档目录，每件的网页、源文件和附件，以及校验值。不生成站点。")
public final class ArchiveCommand extends ReportingCommand {

    /** The code of links to entries that are not public. */
    private static final String LINK_TO_HIDDEN = "W205";

    @Parameters(paramLabel = "年度", converter = OptionConverters.CalendarYear.class, description = "哪一个年度，如 2024")
    private Integer year;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "文件",
            description = "写成哪个文件，如 2024.zip；已有的文件会被换掉")
    private Path output;

    @Option(
            names = "--for",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "清单",
            description = "只写检查清单（YAML）要的条目，每一项找到什么、缺什么另写一页（另印成 PDF）和一张表；不写文件名的，用程序自带的清单")
    private Path list;

    @Mixin
    private StateOptions state;

    @Option(names = "--audience", paramLabel = "名称", description = "只归档这个公开对象看得到的条目（默认：站点设置里的第一个）")
    private String audience;

    @Mixin
    private ProblemOptions problems;

    @Mixin
    private ListedSites sites;

    @Override
    protected int run() throws IOException {
        OutputCheck.refuseSpecial(audience);
        Path target = OutputCheck.file(output);
        BuildRequest request = state.request();
        OutputCheck.refuse(request, target);
        try (SiteSource site = SiteSource.open(request)) {
            if (site.isJBake()) {
                throw new WrongUsage("这是 JBake 项目，不能归档：" + request.source());
            }
            YearArchive.Result result;
            try (ProgressLine progress = new ProgressLine(terminal, clock)) {
                ChromiumFinder browsers = new ChromiumFinder(System.getProperty("os.name"), context.environment());
                result = new YearArchive(
                                ProgramRevision.ofProgram().number(), clock, context.shared(), progress, browsers)
                        .write(request.audience(Optional.ofNullable(audience)), site, year, listReader(), target);
            }
            if (problems.printErrors(result.problems(), terminal, "改好以后才能归档；没有写归档包。")) {
                return 1;
            }
            report(result, target);
            return ended(0);
        }
    }

    private Optional<ListReader> listReader() throws IOException {
        if (list == null) {
            return Optional.empty();
        }
        if (list.toString().isEmpty()) {
            return Optional.of((kinds, problems) -> InspectionCheckList.builtIn(kinds));
        }
        if (!Files.isRegularFile(list)) {
            throw new WrongUsage("没有这个检查清单：" + list);
        }
        byte[] bytes = Files.readAllBytes(list);
        return Optional.of((kinds, problems) -> InspectionCheckList.read(
                list.toString(),
                new TextDecoder().decode(list.toString(), bytes, problems).orElse(""),
                kinds,
                problems));
    }

    private void report(YearArchive.Result result, Path target) throws IOException {
        done(
                "file", target,
                "year", year,
                "audience", result.audience(),
                "asOf", result.asOf(),
                "entries", result.paths(),
                "bytes", Files.size(target),
                "sha256", result.sha256(),
                "lacking", result.incomplete().stream().boxed().findFirst());
        terminal.print("归档包 " + target + "：" + year + " 年度 " + result.paths().size() + " 件，公开对象“" + result.audience()
                + "”，按 " + result.asOf() + " 的情况");
        terminal.print("大小 " + Files.size(target) + " 字节，SHA-256 " + result.sha256());
        result.incomplete()
                .ifPresent(lacking ->
                        terminal.print(lacking == 0 ? "检查清单：各项都有材料" : "检查清单：" + lacking + " 项有缺，见包里的 检查清单.html"));
        if (audience == null && !result.others().isEmpty()) {
            terminal.note("提示：“" + result.audience() + "”看不到的条目不在包里，清单上也当作没有；要的话加上 --audience "
                    + String.join(" 或 ", result.others()) + "。");
        }
        result.unprinted().ifPresent(why -> terminal.note("提示：检查清单没有印成 PDF：" + why + "。"));
        terminal.note("提示：包里带着源文件，里面有网页上不显示的字段和注释；交出去以前想一想该不该交。");
        result.problems().stream()
                .filter(problem -> problem.code().equals(LINK_TO_HIDDEN))
                .filter(problem -> result.paths().contains(problem.path()))
                .forEach(problem ->
                        terminal.note("提示：" + problem.path() + ":" + problem.line() + " 链接到现在不公开的条目，从源文件里看得出它的文件名。"));
    }
}
