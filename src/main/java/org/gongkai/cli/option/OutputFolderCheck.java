package org.gongkai.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.publish.release.Store;
import org.gongkai.publish.release.Stores;

/** Where a command may write what it makes of a source. */
public final class OutputFolderCheck {

    private OutputFolderCheck() {}

    /** Writing into the source, or over it, would feed the output back or destroy what was written by hand. */
    public static void refuse(Path root, Path target) throws IOException {
        Path realRoot = real(root);
        Path realTarget = real(target);
        for (String folder : new String[] {"content", "templates", "assets"}) {
            if (realTarget.startsWith(real(root.resolve(folder)))) {
                throw new WrongUsage("不能把站点写进 " + folder + " 文件夹：" + target);
            }
        }
        if (realRoot.startsWith(realTarget)) {
            throw new WrongUsage("不能把站点写到源文件夹上：" + target);
        }
    }

    /** A build would put its files among releases, which no record knows, and take away what it does not know. */
    public static void refuseStore(Path target) throws IOException {
        Optional<Store> store = Stores.around(real(target));
        Path folder = store.isPresent() ? store.get().folder() : target;
        if (store.isPresent() || !Store.at(target).isEmpty()) {
            throw new WrongUsage(
                    "这个文件夹是 publish 发布用的，build 不能写进去；要发布请用 publish --to " + folder + "，要看生成的结果请用 -o 另选一个文件夹");
        }
    }

    /** A path without links, though its last folders may not exist yet. */
    private static Path real(Path path) throws IOException {
        if (Files.exists(path) || path.getParent() == null) {
            return path.toRealPath();
        }
        return real(path.getParent()).resolve(path.getFileName());
    }
}
