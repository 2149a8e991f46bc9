package org.gongkai.cli.hooks;

import org.gongkai.cli.option.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hooks}: the parent of the commands about publishing on a push. */
@Command(name = "hooks", synopsisSubcommandLabel = "命令", description = "推送即发布：给服务器上的 git 裸仓库装上钩子，推送时先检查，收下以后自动发布。")
public final class HooksCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "没有写命令：install 或 run");
    }
}
