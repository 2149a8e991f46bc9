package org.gongkai.cli.option;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of every command, and how its help is laid out. */
@Command(
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        descriptionHeading = "%n")
public final class CommonOptions {

    @Option(names = "--debug", description = "出错时显示程序的内部信息")
    private boolean debug;

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
}
