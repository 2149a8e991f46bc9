package org.gongkai.cli;

import org.gongkai.cli.option.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code export}: the parent of its subcommands. */
@Command(name = "export", synopsisSubcommandLabel = "命令", description = "把发布过的内容写成可以带走的文件。")
final class ExportCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "没有写要导出什么");
    }
}
