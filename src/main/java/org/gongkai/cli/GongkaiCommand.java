package org.gongkai.cli;

import org.gongkai.cli.option.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parent of all commands. */
@Command(
        name = "gongkai",
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "命令",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        descriptionHeading = "%n",
        description = "把党支部的条目（Markdown 或 AsciiDoc）生成党务公开网站。",
        footer = "%n退出状态：0 完成（可有警告）；1 发现错误，站点没有改动；2 用法不对；3 环境出错（磁盘满、没有权限等）。%n各命令的选项：gongkai 命令 --help")
final class GongkaiCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这份说明")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "显示版本")
    private boolean version;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "没有写命令");
    }
}
