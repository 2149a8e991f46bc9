/**
 * Publishing a site: the application logic above releases, bundles and hooks. Comes in: a source, where to publish
 * and with which choices. Goes out: releases that readers see, and values that say what was done, or what to do on the
 * server. Knows neither arguments nor exit statuses, and prints nothing.
 */
package org.gongkai.publish;
