/**
 * Processes of the program. Comes in: the options of the running Java. Goes out: a worker process with better ones,
 * and commands that start the program on its own. Knows no command.
 */
package org.gongkai.cli.process;
