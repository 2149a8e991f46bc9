/**
 * The commands that open a page in a browser, the desk, the preview and the manual, and those that prepare a server.
 */
package org.gongkai.cli.server;
