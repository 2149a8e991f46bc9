package org.gongkai.cli.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.register.RegisterText.RegisterList;
import org.gongkai.feature.register.RegisterQuery;
import org.gongkai.feature.register.export.RegisterFormat;
import org.gongkai.feature.register.model.Register;
import org.gongkai.io.DurableFile;
import org.gongkai.problem.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code register}: shows what the entries of a site add up to, without building it. */
@Command(name = "register", description = "查看台账：登记了什么、合计多少、应有而没有的是什么；不写名称时列出全部台账。不生成站点。")
public final class RegisterCommand extends ProgramCommand {

    @Parameters(arity = "0..1", paramLabel = "台账", description = "名称或标识，如 三会一课、meetings")
    private String name;

    @Option(
            names = "--year",
            paramLabel = "年",
            converter = OptionConverters.CalendarYear.class,
            description = "只看这一年（默认：全部）")
    private Integer year;

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|xlsx",
            description = "写成文字、JSON、CSV 还是 Excel 工作簿（默认：文字；xlsx 要用 -o 写到文件）")
    private RegisterOutput format;

    @Option(names = "--json", description = "结果写成 JSON，同 --format json")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写到这个文件，如 台账.xlsx；已有的文件会被换掉（默认：显示出来）")
    private Path output;

    @Mixin
    private RegisterSource source;

    @Override
    public Integer call() throws IOException {
        if (json && format != null && format != RegisterOutput.json) {
            throw new WrongUsage("--json 和 --format " + format + " 只能写一个");
        }
        format = json ? RegisterOutput.json : format == null ? RegisterOutput.text : format;
        checkArguments();
        Optional<RegisterQuery.Result> result = source.compute(terminal, clock, context.shared());
        if (result.isEmpty()) {
            return 1;
        }
        write(name == null ? list(result.get()) : one(result.get()));
        return 0;
    }

    private void checkArguments() throws IOException {
        if (name == null && (format == RegisterOutput.csv || format == RegisterOutput.xlsx)) {
            throw new WrongUsage("写成 " + format + " 时，请写明是哪一本台账");
        }
        if (format == RegisterOutput.xlsx && output == null) {
            throw new WrongUsage("写成 xlsx 时，请用 -o 说明写到哪个文件");
        }
        if (output != null) {
            OutputCheck.file(output);
        }
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
            DurableFile.put(output.toRealPath(), bytes);
        } else if (output != null) {
            Files.write(output, bytes);
        } else if (format == RegisterOutput.text) {
            new String(bytes, StandardCharsets.UTF_8).lines().forEach(terminal::print);
        } else {
            terminal.out().write(bytes, 0, bytes.length);
        }
        terminal.out().flush();
    }

    /** How registers are written: as text for a person, or as one of their files. */
    private enum RegisterOutput {
        text,
        json,
        csv,
        xlsx;

        RegisterFormat file() {
            return RegisterFormat.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }
}
