package org.gongkai.cli.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.ReportingCommand;
import picocli.CommandLine.Command;

/** {@code clean}: deletes what is cached for the current user. */
@Command(
        name = "clean",
        description = "删掉给不在 git 里的站点留的结果：下次生成全靠它快，里面会提到不公开的内容。站点和生成的网页不动，下次从头生成。在 git 里的站点，结果留在仓库自己的文件夹里，不归这个命令管。")
public final class CleanCommand extends ReportingCommand {

    @Override
    protected int run() throws IOException {
        Optional<Path> deleted = context.shared().caches().clear();
        deleted.ifPresent(folder -> done("folder", folder));
        terminal.print(deleted.map(folder -> "已经删掉：" + folder).orElse("没有留下结果，不用删。"));
        return ended(0);
    }
}
