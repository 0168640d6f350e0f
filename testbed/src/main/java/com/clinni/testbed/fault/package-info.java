/** A network that misbehaves on demand: TCP proxies for the links between the parts. */
package com.clinni.testbed.fault;
