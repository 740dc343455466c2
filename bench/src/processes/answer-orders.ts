/** Has a forked program answer every order with one reply. What an order throws ends the program. */
export function answerOrders<Order, Reply>(answer: (order: Order) => Promise<Reply>): void {
  process.on("message", (order: Order) => {
    void answer(order).then((reply) => process.send?.(reply));
  });
}
