package org.gongkai.cli.server;

import java.io.IOException;
import org.gongkai.cli.option.CommandContext;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.process.ClassArchive;
import picocli.CommandLine.Command;

/** Makes the archive of classes with which the program starts faster; the program starts it in the background. */
@Command(name = ClassArchive.COMMAND, hidden = true, description = "做好程序启动用的类存档。")
public final class ArchiveClassesCommand extends ProgramCommand {

    public ArchiveClassesCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (ClassArchive.named().isPresent()) {
            ClassArchive.named().get().make(context.java());
        }
        return 0;
    }
}
