package org.gongkai.cli.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.write.InitialSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init}: makes the source of a new site. */
@Command(name = "init", description = "新建一个站点：站点设置、栏目、第一条内容和给写稿人的说明。没有用选项写明的，逐项询问。")
public final class InitCommand extends ReportingCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "文件夹", defaultValue = ".", description = "新站点的文件夹（默认：当前文件夹）")
    private Path folder;

    @Option(names = "--name", paramLabel = "名称", description = "支部的名称，如 示例水务站党支部")
    private String name;

    @Option(names = "--code", paramLabel = "代码", description = "机构代码，字母和数字，是索引号的第一段")
    private String code;

    @Option(names = "--unit", paramLabel = "单位", description = "支部所在的单位")
    private String unit;

    @Option(names = "--groups", paramLabel = "党小组", description = "党小组的名称，几个用逗号隔开")
    private String groups;

    @Option(names = "--reviewer", paramLabel = "职务", description = "谁做保密审查，如 宣传委员")
    private String reviewer;

    @Option(names = "--git", description = "同时建立 git 仓库")
    private boolean git;

    @Option(names = "--maven", description = "同时写一个 pom.xml：有 Maven 的机器上用 mvn 检查、生成")
    private boolean maven;

    @Override
    protected int run() throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        if (Files.exists(root.resolve("content"))) {
            throw new WrongUsage("这里已经有 content 文件夹：" + root + "；已有的站点不用再新建");
        }
        if (name == null && (isJson() || !terminal.interactive())) {
            throw new WrongUsage((isJson() ? "写成 JSON 时不询问" : "这里没有终端可以问") + "，请用 --name 写明支部的名称");
        }
        InitialSite source = name == null
                ? asked(new BufferedReader(new InputStreamReader(context.in(), Terminal.charset())))
                : new InitialSite(
                        name.strip(),
                        orEmpty(code),
                        orEmpty(unit),
                        InitialSite.groups(orEmpty(groups)),
                        orEmpty(reviewer),
                        plugin());
        if (source.mistake().isPresent()) {
            throw new WrongUsage(source.mistake().get());
        }
        List<Path> files = source.write(root, LocalDate.now(clock.withZone(SiteConfig.ZONE)), git);
        done("folder", root, "files", files, "git", git);
        files.forEach(file -> terminal.print(root.resolve(file)));
        String place = root.toString();
        terminal.print("站点建好了。打开工作台：\n  " + context.java().typed("desk", "-s", place));
        terminal.print("生成网站：\n  " + context.java().typed("build", "-s", place, "-o", place + "/网站"));
        if (maven && !place.chars().allMatch(c -> c < 128)) {
            // Java ends there with a stack trace before it comes to Maven.
            terminal.note("用 mvn 以前：文件夹的名称里有中文，系统的语言环境又不是 UTF-8 的，先运行 export LC_ALL=C.UTF-8。");
        }
        return ended(0);
    }

    /** What no option says is asked for, in this order. */
    private InitialSite asked(BufferedReader answers) throws IOException {
        return new InitialSite(
                answer(answers, null, "支部的名称（如 示例水务站党支部）"),
                answer(answers, code, "机构代码（字母和数字，是索引号的第一段；还没有就直接按回车）"),
                answer(answers, unit, "所在单位（可以不写）"),
                InitialSite.groups(answer(answers, groups, "党小组（几个用逗号隔开；没有就直接按回车）")),
                answer(answers, reviewer, "谁做保密审查（如 宣传委员；可以不写）"),
                plugin());
    }

    private Optional<Path> plugin() {
        return maven ? Optional.of(context.java().folder()) : Optional.empty();
    }

    private String answer(BufferedReader answers, String option, String question) throws IOException {
        if (option != null) {
            return option.strip();
        }
        terminal.out().print(question + "：");
        terminal.out().flush();
        return orEmpty(answers.readLine());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
