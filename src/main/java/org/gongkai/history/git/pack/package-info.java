/** Trees read from packs of Git directly, where JGit would read each of them twice. Knows no commits and no files of a site. */
package org.gongkai.history.git.pack;
