import {
  createCustomer,
  deleteCustomer,
  getCustomer,
  repeatWrite,
  updateCustomer,
} from './customer-commands.js';
import { changeEndpoint, createEndpoint } from './endpoint-commands.js';
import { listCustomers, listOthers } from './list-commands.js';
import { addScenario, advance, decide, removeScenario, speak } from './steering-commands.js';
import { createWallet, getWallet } from './wallet-commands.js';

/** Everything that can be done to a sandbox, the more important more often. */
export const commands = [
  createCustomer,
  createCustomer,
  repeatWrite,
  getCustomer,
  updateCustomer,
  updateCustomer,
  deleteCustomer,
  decide,
  addScenario,
  removeScenario,
  speak,
  advance,
  createWallet,
  createWallet,
  getWallet,
  createEndpoint,
  changeEndpoint,
  listCustomers,
  listOthers,
];
