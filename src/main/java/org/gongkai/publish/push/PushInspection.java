package org.gongkai.publish.push;

import java.io.IOException;
import java.util.List;
import org.gongkai.build.edition.RequestedEditions;
import org.gongkai.build.read.SiteSource;
import org.gongkai.publish.hooks.Push;
import org.gongkai.publish.hooks.RefUpdate;

/** Decides whether a push may be accepted: its references, then its commits, the published branch and the editions. */
public final class PushInspection {

    private final PushContext context;
    private final PushListener listener;

    /** @param listener receives the reason of a rejection, and what the author of the push should know */
    public PushInspection(PushContext context, PushListener listener) {
        this.context = context;
        this.listener = listener;
    }

    /**
     * Checks a push.
     *
     * @return whether it may be accepted
     * @throws IOException if the repository or the published site cannot be read; the push is not to be accepted then
     */
    public boolean accepts(List<RefUpdate> updates) throws IOException {
        Push push = Push.of(
                updates,
                context.settings().branch(),
                "refs/tags/" + SiteSource.EDITION_TAGS,
                RequestedEditions::isName);
        if (!push.refusals().isEmpty()) {
            listener.rejected(push.refusals());
            return false;
        }
        if (!new PushedCommitsCheck(context, listener).accepts(updates, push.site())) {
            return false;
        }
        if (push.site().isPresent()
                && !new BranchCheck(context, listener).accepts(push.site().get())) {
            return false;
        }
        return push.editions().isEmpty() || new EditionTagCheck(context, listener).accepts(push);
    }
}
