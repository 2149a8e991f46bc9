package org.gongkai.history.git.work;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.gongkai.history.git.work.result.TransferResult;

/**
 * Where a branch is pulled from and pushed to.
 *
 * @param local the short name of the branch; empty if there is none
 * @param remote the name of the remote; empty if there is none, or several and none is chosen
 * @param branch the short name of the branch on the server
 * @param isUpstreamSet whether the settings say so; otherwise it is the only remote and the same name
 */
record RemoteBranch(Optional<String> local, Optional<String> remote, Optional<String> branch, boolean isUpstreamSet) {

    static RemoteBranch of(Optional<String> local, Config settings) {
        if (local.isEmpty()) {
            return new RemoteBranch(local, Optional.empty(), Optional.empty(), false);
        }
        String remote = settings.getString("branch", local.get(), "remote");
        String merge = settings.getString("branch", local.get(), "merge");
        Set<String> remotes = settings.getSubsections("remote").stream()
                .filter(name -> settings.getString("remote", name, "url") != null)
                .collect(Collectors.toSet());
        if (remotes.contains(remote) && merge != null && merge.startsWith(Constants.R_HEADS)) {
            String branch = merge.substring(Constants.R_HEADS.length());
            return new RemoteBranch(local, Optional.of(remote), Optional.of(branch), true);
        }
        Optional<String> only = remotes.size() == 1 ? remotes.stream().findFirst() : Optional.empty();
        return new RemoteBranch(local, only, local, false);
    }

    /** The reference in which the branch of the server is remembered. */
    Optional<String> tracking() {
        return remote.map(name -> Constants.R_REMOTES + name + "/" + branch.orElseThrow());
    }

    /** Returns what is missing for a transfer, in Chinese. */
    Optional<String> missing() {
        if (local.isEmpty()) {
            return Optional.of("现在没有检出任何分支，请先切换到一个分支");
        }
        return remote.isEmpty() ? Optional.of("没有设置服务器，或者有几个服务器而没有选定一个，请先设置") : Optional.empty();
    }

    /** Whether a fetch failed because the server has no such branch yet, as before the first push. */
    boolean isMissingOnServer(TransferResult fetched) {
        return fetched.status() == TransferResult.Status.NOT_FOUND
                && fetched.lines().stream()
                        .anyMatch(line ->
                                line.contains("couldn't find remote ref") || line.contains("Remote does not have"));
    }
}
