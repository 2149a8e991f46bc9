/**
 * Options and arguments that several commands share. Comes in: words of the command line. Goes out: checked values,
 * or {@code WrongUsage}. Knows no command.
 */
package org.gongkai.cli.option;
