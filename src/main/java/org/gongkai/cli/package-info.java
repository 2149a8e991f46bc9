/**
 * The command line. Comes in: arguments. Goes out: text for a person or JSON for a program, and an exit status. Each
 * command is one thin class that parses and prints; nothing below this package prints.
 *
 * <p>A jar cannot ask for JVM options, so the program starts itself once more with the parallel collector and a
 * small young generation (a third of the memory), the first compiler only (a build is over before the second one
 * pays), an archive of loaded classes if the build left one beside the jar, and a UTF-8 locale. The worker ends
 * with its parent. If {@code java} was given options by hand, there is no second process.
 */
package org.gongkai.cli;
