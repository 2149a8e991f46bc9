package org.gongkai.cli.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.PreviousPublication;
import org.gongkai.build.RegisterQuery;
import org.gongkai.build.read.SiteSource;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.DayConverter;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.SpecialOutputCheck;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.FramedProblem;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.SourceLineReader;
import org.gongkai.cli.text.Terminal;
import org.gongkai.io.AtomicFile;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.register.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code register}: shows what the entries of a site add up to, without building it. */
@Command(
        name = "register",
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        descriptionHeading = "%n",
        description = "查看台账：登记了什么、合计多少、应有而没有的是什么；不写名称时列出全部台账。不生成站点。")
public final class RegisterCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    public RegisterCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Parameters(arity = "0..1", paramLabel = "台账", description = "名称或标识，如 三会一课、meetings")
    private String name;

    @Option(names = "--year", paramLabel = "年", converter = YearConverter.class, description = "只看这一年（默认：全部）")
    private Integer year;

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|xlsx",
            defaultValue = "text",
            description = "写成文字、JSON、CSV 还是 Excel 工作簿（xlsx 要用 -o 写到文件）")
    private RegisterOutput format;

    @Option(names = "--audience", paramLabel = "名称", description = "只算这个公开对象看得到的条目（默认：站点设置里的第一个）")
    private String audience;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写到这个文件，如 台账.xlsx；已有的文件会被换掉（默认：显示出来）")
    private Path output;

    @Mixin
    private SiteOption source;

    @Option(names = "--as-of", paramLabel = "年-月-日", converter = DayConverter.class, description = "按这一天的日期计算（默认：今天）")
    private LocalDate asOf;

    @Option(names = "--rev", paramLabel = "提交", description = "按 git 仓库里的这个提交计算，不看文件夹里的改动；裸仓库也可以")
    private String revision;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        checkArguments();
        Path root = revision == null ? source.ownRoot() : source.root(revision);
        try (SiteSource site = SiteSource.open(root, Optional.ofNullable(revision))) {
            if (site.isJBake()) {
                throw new WrongUsage("这是 JBake 项目，没有台账：" + root);
            }
            RegisterQuery.Result result = new RegisterQuery(clock).run(request(root), site);
            if (!result.errors().isEmpty()) {
                report(result.errors(), site);
                return 1;
            }
            write(name == null ? list(result) : one(result));
            return 0;
        }
    }

    private void checkArguments() {
        SpecialOutputCheck.refuse(audience);
        if (name == null && (format == RegisterOutput.csv || format == RegisterOutput.xlsx)) {
            throw new WrongUsage("写成 " + format + " 时，请写明是哪一本台账");
        }
        if (format == RegisterOutput.xlsx && output == null) {
            throw new WrongUsage("写成 xlsx 时，请用 -o 说明写到哪个文件");
        }
        if (output != null && Files.isDirectory(output)) {
            throw new WrongUsage("这是一个文件夹，请写文件名：" + output);
        }
        if (output != null && !Files.isDirectory(output.toAbsolutePath().getParent())) {
            throw new WrongUsage("没有这个文件夹：" + output.toAbsolutePath().getParent());
        }
    }

    private BuildRequest request(Path root) {
        return new BuildRequest(
                root,
                Optional.ofNullable(revision),
                Optional.empty(),
                Optional.ofNullable(asOf),
                Optional.ofNullable(audience),
                false,
                BuildRequest.Reuse.ALL,
                PreviousPublication.NONE,
                Runtime.getRuntime().availableProcessors());
    }

    private byte[] list(RegisterQuery.Result result) {
        List<Register> registers = result.registers().stream().map(this::ofYear).toList();
        RegisterList list = new RegisterList(registers);
        return format == RegisterOutput.json ? list.json().getBytes(StandardCharsets.UTF_8) : text(list.lines());
    }

    private byte[] one(RegisterQuery.Result result) {
        Register whole = named(result.registers());
        Register register = ofYear(whole);
        if (year != null && register.years().isEmpty()) {
            throw new WrongUsage("台账“" + whole.spec().name() + "”没有 " + year + " 年的内容；"
                    + (whole.years().isEmpty() ? "还没有登记" : "可以写：" + years(whole)));
        }
        return format == RegisterOutput.text
                ? text(new RegisterText(register, result.audience()).lines())
                : format.file().bytes(register);
    }

    private Register named(List<Register> registers) {
        List<String> ids = registers.stream().map(it -> it.spec().id()).toList();
        List<String> names = registers.stream().map(it -> it.spec().name()).toList();
        return registers.stream()
                .filter(it -> it.spec().id().equals(name))
                .findFirst()
                .or(() -> registers.stream()
                        .filter(it -> it.spec().name().equals(name))
                        .findFirst())
                .orElseThrow(() -> new WrongUsage("没有“" + name + "”这本台账；"
                        + Nearest.hint(name, Nearest.of(name, ids).isPresent() ? ids : names)));
    }

    private static String years(Register register) {
        return String.join(
                "、",
                register.years().stream().map(it -> String.valueOf(it.year())).toList());
    }

    private Register ofYear(Register register) {
        return year == null
                ? register
                : new Register(
                        register.spec(),
                        register.asOf(),
                        register.years().stream()
                                .filter(it -> it.year() == year)
                                .toList());
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void write(byte[] bytes) throws IOException {
        if (output != null && Files.isRegularFile(output)) {
            AtomicFile.replace(output, bytes);
        } else if (output != null) {
            Files.write(output, bytes);
        } else if (format == RegisterOutput.text) {
            new String(bytes, StandardCharsets.UTF_8).lines().forEach(terminal.out()::println);
        } else {
            terminal.out().write(bytes, 0, bytes.length);
        }
        terminal.out().flush();
    }

    private void report(List<Problem> errors, SiteSource site) {
        FramedProblem framed = new FramedProblem(terminal.style(), new SourceLineReader(site));
        ShownProblems shown = ShownProblems.of(errors, ShownProblems.DEFAULT_LIMIT);
        shown.shown().forEach(problem -> framed.lines(problem).forEach(terminal.err()::println));
        if (shown.omitted() > 0) {
            terminal.err().println("……还有 " + shown.omitted() + " 个没有列出；用 check --all 可以全部列出。");
        }
        terminal.err().println("发现 " + errors.size() + " 个错误，改好以后才能计算台账。");
    }
}
