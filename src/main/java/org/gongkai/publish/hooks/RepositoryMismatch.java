package org.gongkai.publish.hooks;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The hooks of a repository were installed in another one: it is a copy, and must not publish over the original's site.
 */
public final class RepositoryMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param installed where the hooks were installed; empty if that was not recorded
     * @param current path of the repository now
     */
    RepositoryMismatch(Optional<RepositoryIdentity> installed, Path current) {
        super(reason(installed, current) + "，所以不收推送，也不发布；请管理员在服务器上再运行一次 hooks install --repo " + current
                + " --to 发布到的文件夹");
    }

    private static String reason(Optional<RepositoryIdentity> installed, Path current) {
        if (installed.isEmpty()) {
            return "这个仓库的钩子是早先的程序装的，没有记下是哪个仓库";
        }
        return installed.get().path().equals(current)
                ? "这个仓库不是装钩子时的那一个，是后来复制或恢复到这里的"
                : "这个仓库是从 " + installed.get().path() + " 复制或移动来的";
    }
}
