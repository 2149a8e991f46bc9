/**
 * What the pages of the desk ask for and send. Comes in: JSON and files. Goes out: JSON, or one sentence why not. Each
 * class answers one group of requests; what they do is done elsewhere.
 */
package org.gongkai.write.desk.api;
