/** What the work with a work tree results in: immutable values without JGit. */
package org.gongkai.history.git.work.result;
