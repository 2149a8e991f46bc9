package org.gongkai.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.gongkai.cli.text.Terminal;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.publish.release.ledger.Store;

/** Checks the folder that a command writes a site to. */
public final class OutputFolderCheck {

    private OutputFolderCheck() {}

    /**
     * Refuses a folder in which the output would become part of the source of a request, or would overwrite it.
     *
     * @throws WrongUsage if the folder is refused
     */
    public static void refuse(BuildRequest request, Path target) throws IOException {
        refuse(request.source(), target);
        if (request.shared().isPresent()) {
            refuse(request.shared().get(), target);
        }
    }

    /**
     * Refuses a folder in which the output would become part of the source, or would overwrite it.
     *
     * @param root root of the source
     * @throws WrongUsage if the folder is refused
     */
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

    /**
     * Refuses the folder of a store: a build would delete the releases there.
     *
     * @throws WrongUsage if the folder is refused
     */
    public static void refuseStore(Path target) throws IOException {
        Optional<Store> store = Store.around(real(target));
        Path folder = store.isPresent() ? store.get().folder() : target;
        if (store.isPresent() || !Store.at(target).isEmpty()) {
            throw new WrongUsage(
                    "这个文件夹是 publish 发布用的，build 不能写进去；要发布请用 publish --to " + folder + "，要看生成的结果请用 -o 另选一个文件夹");
        }
    }

    /** Tells of the nearest folder, the target or one above it, that the user of a web server may not enter. */
    public static void warnIfClosed(Path target, Terminal terminal) throws IOException {
        for (Path folder = real(target); folder != null; folder = folder.getParent()) {
            var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (view == null || !Files.exists(folder)) {
                continue;
            }
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
                terminal.err()
                        .println("提示：别的用户进不了文件夹 " + folder + "（" + PosixFilePermissions.toString(permissions)
                                + "），网页服务器进不去，读者就打不开网页；请运行 chmod o+x " + folder + "，或者发布到 /srv 这样的地方。");
                return;
            }
        }
    }

    /** The path with links resolved; its last elements need not exist. */
    private static Path real(Path path) throws IOException {
        if (Files.exists(path) || path.getParent() == null) {
            return path.toRealPath();
        }
        return real(path.getParent()).resolve(path.getFileName());
    }
}
