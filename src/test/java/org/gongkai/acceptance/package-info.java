/**
 * Tests of whole sites as outsiders meet them: in come folders of content, through the command line only; out come
 * statements about the finished files, read as text, by checkers and in a real browser. Nothing here knows the classes
 * of the program beyond {@code org.gongkai.cli.Main}.
 */
package org.gongkai.acceptance;
