package org.gongkai.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.publish.release.ledger.Store;

/** Checks the file that a command writes. */
public final class OutputFileCheck {

    private OutputFileCheck() {}

    /**
     * Returns the absolute path of a file that may be written.
     *
     * @throws WrongUsage if it is a folder, if its folder does not exist, or if that belongs to a store, where every file
     *     is sealed
     */
    public static Path of(Path output) throws IOException {
        Path target = output.toAbsolutePath().normalize();
        if (Files.isDirectory(target)) {
            throw new WrongUsage("这是一个文件夹，请写文件名：" + output);
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new WrongUsage("没有这个文件夹：" + target.getParent());
        }
        if (Store.around(target.getParent().toRealPath()).isPresent()) {
            throw new WrongUsage("不能写进发布的文件夹：" + target);
        }
        return target;
    }
}
