package org.gongkai.cli.print;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal;
import org.gongkai.register.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code print}: prints pages of the site into a PDF. */
@Command(name = "print", description = "把网页或者条目按公文的版式打印成一个 PDF 文件。排版用这台电脑上的浏览器（Chromium、Chrome、Edge 或 360），不用网络；不生成站点。")
public final class PrintCommand implements Callable<Integer> {

    private static final String WALL = "wall";

    private final Terminal terminal;
    private final Clock clock;
    private final Map<String, String> environment;

    /** @param environment the environment, which may name the browser */
    public PrintCommand(Terminal terminal, Clock clock, Map<String, String> environment) {
        this.terminal = terminal;
        this.clock = clock;
        this.environment = environment;
    }

    @Parameters(
            paramLabel = "网址或文件",
            arity = "1..*",
            description = "从站点首页算起的网址，如 notices/2024/a.html，或者条目的源文件，如 content/通知/开会.md；写 wall 是公开栏用纸（A3）。可以写几个，依次打印")
    private List<String> pages;

    @Option(
            names = "--month",
            paramLabel = "年-月",
            converter = MonthConverter.class,
            description = "打印哪一个月的公开栏用纸，和 wall 一起用，如 print wall --month 2025-03")
    private YearMonth month;

    @Mixin
    private PrintOptions options;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        if (pages.contains(WALL) && month == null) {
            throw new WrongUsage("请用 --month 写明打印哪一个月的公开栏用纸，如 --month 2025-03");
        }
        if (!pages.contains(WALL) && month != null) {
            throw new WrongUsage("--month 只和 wall 一起用，如 print wall --month " + month);
        }
        return options.print(
                pages.stream()
                        .map(page -> page.equals(WALL) ? Register.wallSheet(month) : page)
                        .toList(),
                terminal,
                clock,
                environment);
    }
}
