/**
 * The command that prints the configuration of web servers and timers.
 */
package org.gongkai.cli.server;
