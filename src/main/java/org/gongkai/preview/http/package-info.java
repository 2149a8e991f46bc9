/**
 * A small web server on the loopback interface. Comes in: routes and a guard. Goes out: answers to the browsers of
 * this machine, and events to their open pages. Knows nothing of sites.
 */
package org.gongkai.preview.http;
