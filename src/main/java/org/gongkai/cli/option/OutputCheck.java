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
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.FileTrees;
import org.gongkai.io.InstalledProgram;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.publish.release.ledger.Store;

/** Checks the folder or the file that a command writes to. */
public final class OutputCheck {

    private OutputCheck() {}

    /**
     * Refuses a folder in which the output would become part of the source of a request, or would overwrite it.
     *
     * @throws WrongUsage if the folder is refused
     */
    public static void refuse(BuildRequest request, Path target) throws IOException {
        refuse(request.source(), target);
        if (request.place().shared().isPresent()) {
            refuse(request.place().shared().get(), target);
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
        for (String folder : SourceTree.FOLDERS) {
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
            throw new WrongUsage("这个文件夹是 publish 发布用的，build 不能写进去；要发布请用 publish --to " + InstalledProgram.typed(folder)
                    + "，要看生成的结果请用 -o 另选一个文件夹");
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
                terminal.note("提示：别的用户进不了文件夹 " + folder + "（" + PosixFilePermissions.toString(permissions)
                        + "），网页服务器进不去，读者就打不开网页；请运行 chmod o+x " + InstalledProgram.typed(folder) + "，或者发布到 /srv 这样的地方。");
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

    /**
     * Returns the absolute path of a file that may be written.
     *
     * @throws WrongUsage if it is a folder, if its folder does not exist, or if that belongs to a store, where every
     *     file is sealed
     */
    public static Path file(Path output) throws IOException {
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

    /**
     * Checks the arguments of a build: entries for certain people are kept apart from all other output, and built only
     * with an option of their own, without other entries, and into an empty folder.
     *
     * @param wanted whether such entries are wanted
     * @param audience the audience that is wanted, or null
     * @param output the folder to write to, or null
     * @throws WrongUsage if they do not go together
     */
    public static void special(boolean wanted, String audience, Path output) throws IOException {
        refuseSpecial(audience);
        if (!wanted) {
            return;
        }
        if (audience != null) {
            throw new WrongUsage("--only-special 和 --audience 不能一起用");
        }
        if (output == null) {
            throw new WrongUsage("用 --only-special 时，请用 -o 说明写到哪个空的文件夹");
        }
        if (Files.exists(output) && !FileTrees.isEmpty(output)) {
            throw new WrongUsage("特定对象的内容只能写进空的文件夹，不能和别的放在一起：" + output);
        }
    }

    /**
     * Refuses the name of these entries as an audience.
     *
     * @param audience the audience that is wanted, or null
     */
    public static void refuseSpecial(String audience) {
        if (SiteConfig.SPECIAL.equals(audience)) {
            throw new WrongUsage("“特定对象”不是公开对象，不能进入共用的站点；要单独生成，用 build --only-special -o 文件夹");
        }
    }
}
