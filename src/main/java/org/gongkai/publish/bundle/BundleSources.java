package org.gongkai.publish.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.InvalidRequest;

/**
 * Writes the sources of a release, with their whole history, as a git bundle.
 *
 * @param repository the git repository of the site, bare or not
 */
public record BundleSources(Path repository) {

    /**
     * Writes the history of the commit that a release was built from.
     *
     * @param target a file that does not exist yet
     * @throws PublicationRefused if the release was not built from a commit
     * @throws InvalidRequest if there is no repository with a complete history
     * @throws IOException if the repository cannot be read or the file not be written
     */
    public void write(BundleExport export, Path target) throws IOException {
        String commit = export.commit()
                .orElseThrow(() -> new PublicationRefused(
                        "发布批次 " + export.release() + " 不是从一个提交生成的，没有源文件可带；请先用 publish --rev 发布，或去掉 -s"));
        if (!Files.isDirectory(repository)) {
            throw new InvalidRequest("没有这个文件夹：" + repository);
        }
        try (GitRepository git = GitRepository.containing(repository)
                .orElseThrow(() -> new InvalidRequest("这里不是 git 仓库：" + repository))) {
            CommitId id = git.commit(commit);
            if (git.isShallow()) {
                throw new InvalidRequest("这个 git 仓库的历史不全（浅克隆），请换一个完整的：" + repository);
            }
            git.bundle(id, target);
        }
    }
}
