package org.gongkai.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.input.source.SharedSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that names the folder that several sites share. */
@Command
public final class SharedOption {

    @Option(
            names = "--shared",
            paramLabel = "文件夹",
            description = "几个站点的共用文件夹：里面的 content/_data、templates、assets 各站点都用；站点自己有同名文件的，用自己的")
    private Path shared;

    /**
     * The folder; empty if none is named.
     *
     * @throws WrongUsage if it cannot be shared
     */
    public Optional<Path> folder() {
        Optional<Path> folder =
                Optional.ofNullable(shared).map(path -> path.toAbsolutePath().normalize());
        folder.flatMap(SharedSource::fault).ifPresent(fault -> {
            throw new WrongUsage(fault + "：" + shared);
        });
        return folder;
    }
}
