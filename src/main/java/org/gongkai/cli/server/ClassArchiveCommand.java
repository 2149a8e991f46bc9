package org.gongkai.cli.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.process.ClassArchive;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.history.git.work.WorkingCopyState.Person;
import org.gongkai.history.git.work.engine.GitEnvironment;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.manual.Manual;
import picocli.CommandLine.Command;

/** Makes the archive of classes with which the program starts faster; the program starts it in the background. */
@Command(name = ClassArchive.COMMAND, hidden = true, description = "做好程序启动用的类存档。")
public final class ClassArchiveCommand extends ProgramCommand {

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (ClassArchive.named().isPresent()) {
            try (TemporaryFolder site = TemporaryFolder.create()) {
                writeSite(site.path());
                ClassArchive.named().get().make(context.java(), site.path());
            }
        }
        return 0;
    }

    /** The manual has whatever entries have, and it is committed, as most sites are. */
    private static void writeSite(Path folder) throws IOException {
        List<String> files = Manual.writeSource(folder);
        GitRepository.create(folder);
        try (WorkingCopy copy =
                WorkingCopy.open(folder, GitEnvironment.of(Map.of())).orElseThrow()) {
            copy.commit(files, "手册", Optional.of(new Person("gongkai", "gongkai@localhost")));
        }
    }
}
