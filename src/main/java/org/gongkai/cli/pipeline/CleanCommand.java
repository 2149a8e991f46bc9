package org.gongkai.cli.pipeline;

import java.io.IOException;
import org.gongkai.cli.option.ProgramCommand;
import picocli.CommandLine.Command;

/** {@code clean}: deletes what is cached for the current user. */
@Command(
        name = "clean",
        description = "删掉给不在 git 里的站点留的结果：下次生成全靠它快，里面会提到不公开的内容。站点和生成的网页不动，下次从头生成。在 git 里的站点，结果留在仓库自己的文件夹里，不归这个命令管。")
public final class CleanCommand extends ProgramCommand {

    @Override
    public Integer call() throws IOException {
        terminal.print(context.shared()
                .caches()
                .clear()
                .map(folder -> "已经删掉：" + folder)
                .orElse("没有留下结果，不用删。"));
        return 0;
    }
}
