package org.gongkai.publish.push;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;
import org.gongkai.publish.push.NewCommitsCheck.Found;
import org.gongkai.publish.release.takedown.ReturnedPages.ReturnedPage;

/** Receives the events of the check of a push, in their order. A push is rejected for one reason at a time. */
public interface PushListener {

    /** The check waits for that of another push. */
    void waiting();

    /**
     * The push is rejected regardless of its content.
     *
     * @param reasons sentences without their full stop
     */
    void rejected(List<String> reasons);

    /**
     * The push is rejected because its check exceeds the deadline.
     *
     * @param deadline how long a push may be checked while others wait
     */
    void rejectedByTimeout(Duration deadline);

    /** The push is rejected because another push has set the branch since it began. */
    void rejectedAsOvertaken();

    /**
     * The push is rejected because it adds errors.
     *
     * @param fresh all problems that it adds, warnings included
     */
    void rejectedForErrors(List<Problem> fresh);

    /** The push is rejected because an edition cannot be built from one of its tags. */
    void rejectedForEdition(String tag, List<Problem> errors);

    /** The push is rejected because it would publish again what was taken down. */
    void rejectedForReturnedPages(List<ReturnedPage> pages);

    /** The push is rejected because published addresses would no longer exist. */
    void rejectedForLostAddresses(List<String> addresses);

    /**
     * The push is rejected because its commits or tags hold what must not enter the repository.
     *
     * @param found what they hold, oldest commit first
     * @param base the commit that they are based on; empty if they are the first ones
     */
    void rejectedForCommits(List<Found> found, Optional<String> base);

    /** The push may be accepted, but errors that were there before keep the site from being published. */
    void acceptedWithKnownErrors(List<Problem> known);

    /**
     * The push may be accepted.
     *
     * @param fresh the problems that it adds, none of them an error
     */
    void accepted(List<Problem> fresh);

    /**
     * Something that is not about the push.
     *
     * @param sentence in Chinese, without its full stop
     */
    void noted(String sentence);
}
