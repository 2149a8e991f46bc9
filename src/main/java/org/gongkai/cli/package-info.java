/**
 * * The command line. Comes in: arguments. Goes out: text for a person or JSON for a program, and an exit status. Each
 * command is one thin class that parses and prints; nothing below this package prints.
 */
package org.gongkai.cli;
